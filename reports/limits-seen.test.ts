import type { Exchange } from '../contracts/http/exchange';
import { placeholders } from '../contracts/http/placeholders';
import { LimitsSeen, longestLength } from './limits-seen';
import { anExchange, projectId } from './testing/an-exchange';

function seen(...exchanges: Exchange[]): LimitsSeen {
  const limits = new LimitsSeen();
  limits.project = projectId;
  for (const exchange of exchanges) limits.add(exchange);
  return limits;
}

const nothing = { accepted: 0, refused: 0, failed: 0 };

test('an accepted map counts for all that is in it', () => {
  const { keyLengths, valueLengths, keyCharacters, valueCharacters } = seen(
    anExchange({ metadata: { 'a-é': 'x😀', bb: '' } }),
  );
  expect([...keyLengths.keys()]).toEqual([3, 2]);
  expect([...valueLengths]).toEqual([
    [2, { ...nothing, accepted: 1 }],
    [0, { ...nothing, accepted: 1 }],
  ]);
  expect([...keyCharacters.keys()]).toEqual(['a', '-', 'Latin letters', 'b']);
  expect([...valueCharacters.keys()]).toEqual(['x', 'beyond U+FFFF']);
});

test('a refusal counts for the one thing that is out of the ordinary', () => {
  const limits = seen(anExchange({ status: 400, metadata: { good: 'good', 'a/b': 'good' } }));
  expect([...limits.keyCharacters]).toEqual([['/', { ...nothing, refused: 1 }]]);
  expect(limits.keyLengths.size + limits.valueLengths.size + limits.valueCharacters.size).toBe(0);
});

test.each<[string, Parameters<typeof anExchange>[0]]>([
  ['two things are out of the ordinary', { status: 400, metadata: { 'a/b': '<' } }],
  [
    'there are many pairs',
    { status: 413, metadata: Object.fromEntries(many(41).map((n) => [`a${n}`, n ? '1' : '/'])) },
  ],
  ['the state is not the right one', { status: 409, metadata: { '/': '1' } }],
  ['a value is no text', { status: 400, metadata: { '/': 1 } }],
  [
    'the token is not the own one',
    { metadata: { '/': '1' }, request: { headers: { 'x-auth-token': placeholders.other } } },
  ],
  ['the project is another one', { request: { path: '/v2/other/servers/1/metadata' } }],
  ['it is no replace', { request: { method: 'POST' } }],
  ['the body is not as JSON is usually written', { request: { body: { text: '{"metadata": {"a":"1"}}' } } }],
])('a request says nothing of limits where %s', (_, options) => {
  const { keyLengths, valueLengths, keyCharacters, valueCharacters } = seen(anExchange(options));
  expect(keyLengths.size + valueLengths.size + keyCharacters.size + valueCharacters.size).toBe(0);
});

test('an error of the target is neither', () => {
  const { valueLengths } = seen(anExchange({ status: 500, metadata: { a: 'x'.repeat(256) } }));
  expect([...valueLengths]).toEqual([[256, { ...nothing, failed: 1 }]]);
});

test('what is accepted once and refused once is both', () => {
  const metadata = { 'a b': '1' };
  const { keyCharacters } = seen(anExchange({ metadata }), anExchange({ metadata, status: 400 }));
  expect(keyCharacters.get(' ')).toEqual({ accepted: 1, refused: 1, failed: 0 });
});

test('memory does not grow with ever longer texts', () => {
  const { valueLengths } = seen(
    ...[0, 1, 2].map((more) => anExchange({ metadata: { a: 'x'.repeat(longestLength + more) } })),
  );
  expect([...valueLengths]).toEqual([[longestLength, { ...nothing, accepted: 3 }]]);
});

function many(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
