import { isSuccess } from '../../contracts/http/status';
import type { Metadata } from '../../contracts/metadata';
import { maxPairsInBody } from '../../properties/cases/limits';
import { expectAcceptedOrRejected, expectAllRejected } from '../harness/dsl/assertions';
import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { jsonEscape } from '../harness/dsl/sample-maps';
import { INITIAL } from '../harness/worker/fixtures';

const extra = { metadata: { one: '1' }, extra: 'x' };

check(
  'BODY-06/second-member',
  'refuses a second top-level member',
  async (tools) => expectAllRejected(tools, [extra, { extra: {}, metadata: {} }], tools.profile.statuses.invalid),
  { under: ['v2.1'], needs: ['v2.1'] },
);

check(
  'BODY-07/second-member',
  'takes or refuses a second top-level member',
  async (tools) => expectAcceptedOrRejected(tools, extra),
  {
    under: ['v2'],
    needs: ['v2'],
  },
);

for (const [slug, name, body, first, last] of [
  [
    'two-keys',
    'keys',
    '{"metadata": {"one": "first", "two": "2", "one": "last"}}',
    { one: 'first', two: '2' },
    { one: 'last', two: '2' },
  ],
  [
    'two-metadata',
    '`metadata`',
    '{"metadata": {"one": "first"}, "metadata": {"two": "last"}}',
    { one: 'first' },
    { two: 'last' },
  ],
] as const) {
  check(`BODY-08/${slug}`, `takes the first or the last ${name} of two, or refuses both`, async (tools) => {
    const { given, profile, put, read } = tools;
    const server = await given.server('active', INITIAL);
    const { status } = await put(server, body);
    expect([...profile.statuses.accepted, ...profile.statuses.invalid]).toContain(status);
    const stored = await read(server);
    expect(isSuccess(status) ? [first, last] : [INITIAL]).toContainEqual(stored);
  });
}

check('BODY-09/byte-order-mark', 'takes or refuses a byte order mark', async (tools) => {
  await expectAcceptedOrRejected(tools, '\uFEFF{"metadata": {"one": "1"}}');
});

for (const [slug, name, bytes] of [
  ['byte-never-in-utf-8', 'a byte that is never part of UTF-8', [0xff]],
  ['cut-character', 'a character without its last byte', [0xe5, 0x85]],
  ['overlong-slash', 'an overlong encoding of a slash', [0xc0, 0xaf]],
  ['surrogate-in-utf-8', 'a surrogate encoded as UTF-8', [0xed, 0xa0, 0x80]],
] as const) {
  const body = Buffer.concat([Buffer.from('{"metadata": {"one": "'), Buffer.from(bytes), Buffer.from('"}}')]);
  check(`BODY-10/${slug}`, `takes or refuses ${name}`, async ({ given, put, read }) => {
    const server = await given.server('active', INITIAL);
    await put(server, body);
    await read(server);
  });
  check(`ANSWER-06/${slug}`, `responds without 5xx to ${name}`, async ({ given, put }) => {
    const server = await given.server('active', INITIAL);
    expect((await put(server, body)).status).toBeLessThan(500);
  });
}

const deep = `{"metadata": {"one": ${'['.repeat(2_000)}${']'.repeat(2_000)}}}`;

check('BODY-11/nested-value', 'does not take a value nested two thousand deep', async ({ given, put, read }) => {
  const server = await given.server('active', INITIAL);
  expect((await put(server, deep)).status).toBeGreaterThanOrEqual(400);
  expect(await read(server)).toEqual(INITIAL);
});

check('ANSWER-06/nested-value', 'responds without 5xx to a value nested two thousand deep', async ({ given, put }) => {
  const server = await given.server('active', INITIAL);
  expect((await put(server, deep)).status).toBeLessThan(500);
});

check('BODY-12/more-than-114688-bytes', 'takes or refuses a legal body of more than 114,688 bytes', async (tools) => {
  const { given, limits, profile, put, read } = tools;
  const { accepted, invalid } = profile.statuses;
  const server = await given.server('active', INITIAL);
  const [key, value] = [(index: number) => jsonEscape(`key${index}`), jsonEscape('v'.repeat(limits.valueLength))];
  const count = Math.min(40, limits.always, maxPairsInBody(key(39).length + value.length));
  const entries = Array.from({ length: count }, (_, index) => `"${key(index)}": "${value}"`);
  const body = `{"metadata": {${entries.join(', ')}}}`.padEnd(114_700, ' ');
  const { status } = await put(server, body);
  expect([...accepted, ...invalid, 413]).toContain(status);
  const stored: Metadata = await read(server);
  if (isSuccess(status)) expect(Object.keys(stored)).toHaveLength(count);
  else expect(stored).toEqual(INITIAL);
});
