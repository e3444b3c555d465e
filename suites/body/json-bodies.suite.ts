import { expectAllRejected } from '../harness/dsl/assertions';
import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { jsonEscape } from '../harness/dsl/sample-maps';

check('BODY-01/without-metadata', 'refuses a body without `metadata`', async (tools) => {
  const bodies = [
    {},
    { meta: { one: '1' } },
    { Metadata: { one: '1' } },
    { one: '1' },
    { server: { metadata: { one: '1' } } },
  ];
  await expectAllRejected(tools, bodies, tools.profile.statuses.invalid);
});

for (const [slug, name, metadata] of [
  ['null', 'null', null],
  ['list', 'a list', []],
  ['list-of-pairs', 'a list of pairs', [['one', '1']]],
  ['list-of-objects', 'a list of objects', [{ one: '1' }]],
  ['string', 'a string', 'one=1'],
  ['empty-string', 'an empty string', ''],
  ['map-as-string', 'a map written as a string', '{"one": "1"}'],
  ['number', 'a number', 1],
  ['zero', 'zero', 0],
  ['true', 'true', true],
  ['false', 'false', false],
] as const) {
  check(`BODY-02/${slug}`, `refuses \`metadata\` that is ${name}`, async (tools) => {
    await expectAllRejected(tools, [{ metadata }], tools.profile.statuses.invalid);
  });
}

for (const [slug, name, body] of [
  ['list', 'a list', '[]'],
  ['list-of-bodies', 'a list of bodies', '[{"metadata": {"one": "1"}}]'],
  ['string', 'a string', '"metadata"'],
  ['body-as-string', 'a body written as a string', '"{\\"metadata\\": {\\"one\\": \\"1\\"}}"'],
  ['number', 'a number', '1'],
  ['null', 'null', 'null'],
  ['true', 'true', 'true'],
] as const) {
  check(`BODY-03/${slug}`, `refuses a body that is ${name}`, async (tools) => {
    await expectAllRejected(tools, [body], tools.profile.statuses.invalid);
  });
}

for (const [slug, name, body] of [
  ['empty', 'empty', ''],
  ['white-space', 'white space', ' \n'],
  ['cut-off', 'cut off', '{"metadata": {"one": "1"'],
  ['no-last-brace', 'without its last brace', '{"metadata": {"one": "1"}'],
  ['word-after-body', 'followed by a word', '{"metadata": {"one": "1"}} one'],
  ['second-body', 'followed by another body', '{"metadata": {"one": "1"}}{"metadata": {}}'],
  ['trailing-comma', 'with a comma at the end of the map', '{"metadata": {"one": "1",}}'],
  ['single-quotes', 'with single quotes', "{'metadata': {'one': '1'}}"],
  ['bare-key', 'with a bare key', '{metadata: {one: "1"}}'],
  ['comment', 'with a comment', '{"metadata": {"one": "1"} /* one */}'],
  ['raw-newline', 'with a raw newline in a value', '{"metadata": {"one": "1\n2"}}'],
  ['raw-nul', 'with a raw NUL in a value', '{"metadata": {"one": "1\u00002"}}'],
  ['unknown-escape', 'with an unknown escape', '{"metadata": {"one": "\\x31"}}'],
  ['half-an-escape', 'with half an escape', '{"metadata": {"one": "\\u12"}}'],
  ['form', 'a form', 'metadata=one'],
  ['xml', 'XML', '<metadata><one>1</one></metadata>'],
] as const) {
  check(`BODY-04/${slug}`, `refuses a body that is not JSON: ${name}`, async (tools) => {
    await expectAllRejected(tools, [body], tools.profile.statuses.invalid);
  });
}

for (const [slug, name, body, metadata] of [
  [
    'white-space',
    'a body with white space everywhere',
    ' { "metadata" :\r\n\t{ "one" : "1" , "two":"2" } } \n',
    { one: '1', two: '2' },
  ],
  [
    'escaped-value',
    'a value that is written in escapes',
    `{"metadata": {"one": "${jsonEscape('aé元')}"}}`,
    { one: 'aé元' },
  ],
  [
    'escaped-value-above-ffff',
    'a value beyond U+FFFF that is written in escapes',
    `{"metadata": {"one": "${jsonEscape('😀')}"}}`,
    { one: '😀' },
  ],
  ['escaped-key', 'a key that is written in escapes', `{"metadata": {"${jsonEscape('key')}": "1"}}`, { key: '1' }],
  [
    'escaped-metadata',
    'the name `metadata` that is written in escapes',
    `{"${jsonEscape('metadata')}": {"one": "1"}}`,
    { one: '1' },
  ],
  [
    'upper-case-escapes',
    'escapes with digits in upper case',
    '{"metadata": {"one": "\\u00E9\\u5143"}}',
    { one: 'é元' },
  ],
  ['escaped-solidus', 'an escaped solidus', '{"metadata": {"one": "a\\/b"}}', { one: 'a/b' }],
  [
    'escaped-quote-and-backslash',
    'an escaped quote and an escaped backslash',
    '{"metadata": {"one": "\\"\\\\"}}',
    { one: '"\\' },
  ],
] as const) {
  check(`BODY-05/${slug}`, `reads ${name}`, async ({ given, profile, put, read }) => {
    const server = await given.serverWithout(metadata);
    expect(profile.statuses.accepted).toContain((await put(server, body)).status);
    expect(await read(server)).toEqual(metadata);
  });
}

for (const [slug, name, order] of [
  ['descending-order', 'descending', ['c1', 'b1', 'a1', '9', '10', 'C1', 'B1']],
  ['numbers-between-words', 'numbers between words', ['b1', '10', 'a1', '9', 'c1', '2', 'B1']],
] as const) {
  check(`BODY-05/${slug}`, `reads pairs in any order: ${name}`, async ({ given, profile, put, read }) => {
    // JSON.stringify would put the numbers first.
    const members = order.map((key, index) => `"${key}": "value ${index}"`);
    const server = await given.serverWithout(Object.fromEntries(order.map((key, index) => [key, `value ${index}`])));
    const { status } = await put(server, `{"metadata": {${members.join(', ')}}}`);
    expect(profile.statuses.accepted).toContain(status);
    expect(await read(server)).toEqual(Object.fromEntries(order.map((key, index) => [key, `value ${index}`])));
  });
}
