import fc from 'fast-check';
import { toBody } from '../../../contracts/http/exchange';
import { toLogLine } from '../../../contracts/text/escape-invisible';
import { makeExchange } from '../../testing/exchanges';
import { curlScript } from './curl';

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('##[error]', 'e\u0301', '\u202e', '\u2028', '\n::error::x', "'", 'ä 日本 😀'),
);

test('the console prints a script as it is, whatever was sent and answered', () => {
  fc.assert(
    fc.property(texts, texts, (sent, answered) => {
      const put = makeExchange({ request: { body: toBody(Buffer.from(sent)) } });
      const get = makeExchange({ number: 2, body: answered });
      const exchanges = [put, { ...get, request: { ...get.request, method: 'GET' }, fault: answered }] as const;
      const script = curlScript({ given: [], exchanges }, 'http://ecs.example.com');
      for (const line of script) expect(toLogLine(line)).toBe(line);
    }),
  );
});

test.each(['{"metadata":{"e\u0301":"1"}}', '{"metadata":{"##[error]":"1"}}'])(
  'a body that would be shown otherwise goes by Base64: %s',
  (body) => {
    const exchanges = [makeExchange({ request: { body: toBody(Buffer.from(body)) } })];
    const [, , line = ''] = curlScript({ given: [], exchanges }, 'http://ecs.example.com');
    const [, encoded = ''] = /^printf %s (\S+) \| base64 -d \| curl /.exec(line) ?? [];
    expect(Buffer.from(encoded, 'base64').toString()).toBe(body);
  },
);

test('letters of any script stay readable', () => {
  const body = '{"metadata":{"größe":"日本 😀"}}';
  const exchanges = [makeExchange({ request: { body: toBody(Buffer.from(body)) } })];
  expect(curlScript({ given: [], exchanges }, 'http://ecs.example.com').join('\n')).toContain(`'${body}'`);
});

test('the metadata before stays readable, although the target indents its JSON', () => {
  const given = [
    { path: '/v2/p/servers/s/metadata', token: '$TOKEN', body: '{\r\n  "metadata": {\n    "a b": "1  2"\n  }\n}' },
  ];
  const script = curlScript({ given, exchanges: [makeExchange({})] }, 'http://ecs.example.com');
  expect(script[2]).toContain(`--data-binary '{"metadata": {"a b": "1  2"}}'  # the metadata before`);
});
