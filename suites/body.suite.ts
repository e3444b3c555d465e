import type { Metadata } from '../contracts/metadata';
import { clause } from './harness/clause';
import { expect } from './harness/expect';
import { held, refusesEach } from './harness/refuses';

clause('BODY-01', 'refuses a body without `metadata`', async (tools) => {
  const bodies = [
    {},
    { meta: { one: '1' } },
    { Metadata: { one: '1' } },
    { one: '1' },
    { server: { metadata: { one: '1' } } },
  ];
  await refusesEach(tools, bodies, tools.profile.statuses.invalid);
});

for (const [name, metadata] of [
  ['null', null],
  ['a list', []],
  ['a list of pairs', [['one', '1']]],
  ['a list of objects', [{ one: '1' }]],
  ['a string', 'one=1'],
  ['an empty string', ''],
  ['a map written as a string', '{"one": "1"}'],
  ['a number', 1],
  ['zero', 0],
  ['true', true],
  ['false', false],
] as const) {
  clause('BODY-02', `refuses \`metadata\` that is ${name}`, async (tools) => {
    await refusesEach(tools, [{ metadata }], tools.profile.statuses.invalid);
  });
}

for (const [name, body] of [
  ['a list', '[]'],
  ['a list of bodies', '[{"metadata": {"one": "1"}}]'],
  ['a string', '"metadata"'],
  ['a body written as a string', '"{\\"metadata\\": {\\"one\\": \\"1\\"}}"'],
  ['a number', '1'],
  ['null', 'null'],
  ['true', 'true'],
] as const) {
  clause('BODY-03', `refuses a body that is ${name}`, async (tools) => {
    await refusesEach(tools, [body], tools.profile.statuses.invalid);
  });
}

for (const [name, body] of [
  ['empty', ''],
  ['white space', ' \n'],
  ['cut off', '{"metadata": {"one": "1"'],
  ['without its last brace', '{"metadata": {"one": "1"}'],
  ['followed by a word', '{"metadata": {"one": "1"}} one'],
  ['followed by another body', '{"metadata": {"one": "1"}}{"metadata": {}}'],
  ['with a comma at the end of the map', '{"metadata": {"one": "1",}}'],
  ['with single quotes', "{'metadata': {'one': '1'}}"],
  ['with a bare key', '{metadata: {one: "1"}}'],
  ['with a comment', '{"metadata": {"one": "1"} /* one */}'],
  ['with a raw newline in a value', '{"metadata": {"one": "1\n2"}}'],
  ['with a raw NUL in a value', '{"metadata": {"one": "1\u00002"}}'],
  ['with an unknown escape', '{"metadata": {"one": "\\x31"}}'],
  ['with half an escape', '{"metadata": {"one": "\\u12"}}'],
  ['a form', 'metadata=one'],
  ['XML', '<metadata><one>1</one></metadata>'],
] as const) {
  clause('BODY-04', `refuses a body that is not JSON: ${name}`, async (tools) => {
    await refusesEach(tools, [body], tools.profile.statuses.invalid);
  });
}

/** Every character as an escape of JSON. */
function escaped(text: string): string {
  return [...text].map((character) => escapedUnits(character)).join('');
}

function escapedUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

for (const [name, body, metadata] of [
  ['white space everywhere', ' { "metadata" :\r\n\t{ "one" : "1" , "two":"2" } } \n', { one: '1', two: '2' }],
  ['a value in escapes', `{"metadata": {"one": "${escaped('aé元')}"}}`, { one: 'aé元' }],
  ['a value beyond U+FFFF in escapes', `{"metadata": {"one": "${escaped('😀')}"}}`, { one: '😀' }],
  ['a key in escapes', `{"metadata": {"${escaped('key')}": "1"}}`, { key: '1' }],
  ['`metadata` in escapes', `{"${escaped('metadata')}": {"one": "1"}}`, { one: '1' }],
  ['escapes in upper case', '{"metadata": {"one": "\\u00E9\\u5143"}}', { one: 'é元' }],
  ['an escaped solidus', '{"metadata": {"one": "a\\/b"}}', { one: 'a/b' }],
  ['the short escapes', '{"metadata": {"one": "\\"\\\\"}}', { one: '"\\' }],
] as const) {
  clause('BODY-05', `reads ${name}`, async ({ given, put, read }) => {
    const server = await given.server('active', { old: '1' });
    expect((await put(server, body)).status).toBe(200);
    expect(await read(server)).toEqual(metadata);
  });
}

for (const [name, order] of [
  ['down the alphabet', ['c1', 'b1', 'a1', '9', '10', 'C1', 'B1']],
  ['with numbers behind and between words', ['b1', '10', 'a1', '9', 'c1', '2', 'B1']],
] as const) {
  clause('BODY-05', `minds no order of the pairs: ${name}`, async ({ given, put, read }) => {
    const server = await given.server('active', { old: '1' });
    // JSON.stringify would put the numbers first.
    const members = order.map((key, index) => `"${key}": "value ${index}"`);
    expect((await put(server, `{"metadata": {${members.join(', ')}}}`)).status).toBe(200);
    expect(await read(server)).toEqual(Object.fromEntries(order.map((key, index) => [key, `value ${index}`])));
  });
}

const extra = { metadata: { one: '1' }, extra: 'x' };

clause(
  'BODY-06',
  'refuses a second top-level member',
  async (tools) => refusesEach(tools, [extra, { extra: {}, metadata: {} }], tools.profile.statuses.invalid),
  ['v2.1'],
);

clause('BODY-07', 'takes or refuses a second top-level member', async (tools) => takesOrRefuses(tools, extra), ['v2']);

for (const [name, body, first, last] of [
  [
    'keys',
    '{"metadata": {"one": "first", "two": "2", "one": "last"}}',
    { one: 'first', two: '2' },
    { one: 'last', two: '2' },
  ],
  ['`metadata`', '{"metadata": {"one": "first"}, "metadata": {"two": "last"}}', { one: 'first' }, { two: 'last' }],
] as const) {
  clause('BODY-08', `takes the first or the last of two equal ${name}, or refuses them`, async (tools) => {
    const { given, profile, put, read } = tools;
    const server = await given.server('active', held);
    const { status } = await put(server, body);
    expect([200, ...profile.statuses.invalid]).toContain(status);
    const stored = await read(server);
    expect(status === 200 ? [first, last] : [held]).toContainEqual(stored);
  });
}

clause('BODY-09', 'takes or refuses a byte order mark', async (tools) => {
  await takesOrRefuses(tools, '\uFEFF{"metadata": {"one": "1"}}');
});

for (const [name, bytes] of [
  ['a byte that UTF-8 never has', [0xff]],
  ['a cut-off character', [0xe5, 0x85]],
  ['an overlong slash', [0xc0, 0xaf]],
  ['an encoded surrogate', [0xed, 0xa0, 0x80]],
] as const) {
  const body = Buffer.concat([Buffer.from('{"metadata": {"one": "'), Buffer.from(bytes), Buffer.from('"}}')]);
  clause('BODY-10', `takes or refuses ${name}`, async ({ given, put, read }) => {
    const server = await given.server('active', held);
    await put(server, body);
    await read(server);
  });
  clause('ANSWER-06', `answers no 5xx to ${name}`, async ({ given, put }) => {
    const server = await given.server('active', held);
    expect((await put(server, body)).status).toBeLessThan(500);
  });
}

const deep = `{"metadata": {"one": ${'['.repeat(2_000)}${']'.repeat(2_000)}}}`;

clause('BODY-11', 'does not take a value nested two thousand deep', async ({ given, put, read }) => {
  const server = await given.server('active', held);
  expect((await put(server, deep)).status).toBeGreaterThanOrEqual(400);
  expect(await read(server)).toEqual(held);
});

clause('ANSWER-06', 'answers no 5xx to a value nested two thousand deep', async ({ given, put }) => {
  const server = await given.server('active', held);
  expect((await put(server, deep)).status).toBeLessThan(500);
});

clause('BODY-12', 'takes or refuses a legal body of more than 114,688 bytes', async ({ given, put, read }) => {
  const server = await given.server('active', held);
  const entries = Array.from(
    { length: 40 },
    (_, index) => `"${escaped(`key${index}`)}": "${escaped('v'.repeat(255))}"`,
  );
  const body = `{"metadata": {${entries.join(', ')}}}`.padEnd(114_700, ' ');
  const { status } = await put(server, body);
  expect([200, 400, 413]).toContain(status);
  const stored: Metadata = await read(server);
  if (status === 200) expect(Object.keys(stored)).toHaveLength(40);
  else expect(stored).toEqual(held);
});

clause('ANSWER-01', 'takes headers whose names are written in capitals', async ({ given, put, read }) => {
  const server = await given.server('active', held);
  const { status } = await put(server, { metadata: { one: '1', two: '2' } }, { titled: true });
  expect(status).toBe(200);
  expect(await read(server)).toEqual({ one: '1', two: '2' });
});

clause('REPLACE-01', 'stores the pair of a request in chunks, if it takes it', async ({ given, put, read }) => {
  const server = await given.server('active', held);
  const { status } = await put(server, { metadata: { one: '1' } }, { transfer: 'chunked' });
  if (status === 200) expect(await read(server)).toEqual({ one: '1' });
});

clause('BODY-16', 'takes or refuses a body in chunks', async ({ given, put, read }) => {
  const server = await given.server('active', held);
  const { status } = await put(server, { metadata: { one: '1' } }, { transfer: 'chunked' });
  expect(await read(server)).toEqual(status === 200 ? { one: '1' } : held);
});

for (const contentType of [
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'application/json; charset="utf-8"',
]) {
  clause('BODY-13', `takes ${contentType}`, async ({ given, put, read }) => {
    const server = await given.server('active', { old: '1' });
    expect((await put(server, { metadata: { one: 'é' } }, { contentType })).status).toBe(200);
    expect(await read(server)).toEqual({ one: 'é' });
  });
}

for (const [name, contentType] of [
  ['no content type', null],
  ['text/plain', 'text/plain'],
] as const) {
  clause('BODY-14', `takes or refuses JSON with ${name}`, async (tools) => {
    await takesOrRefuses(tools, { metadata: { one: '1' } }, contentType);
  });
}

for (const contentType of ['application/xml', 'application/x-www-form-urlencoded', 'application/octet-stream']) {
  clause('BODY-15', `takes or refuses JSON as ${contentType}`, async (tools) => {
    await takesOrRefuses(tools, { metadata: { one: '1' } }, contentType);
  });
}

/** What is left open must still be one of the two: taken as it is, or refused without a trace. */
async function takesOrRefuses(
  tools: Parameters<Parameters<typeof clause>[2]>[0],
  body: unknown,
  contentType: string | null = 'application/json',
): Promise<void> {
  const server = await tools.given.server('active', held);
  const { status } = await tools.put(server, body, { contentType });
  const { accepted, invalid, mediaType } = tools.profile.statuses;
  expect([...accepted, ...invalid, ...mediaType]).toContain(status);
  expect(await tools.read(server)).toEqual(status < 300 ? { one: '1' } : held);
}
