import { expectAllRejected } from '../harness/dsl/assertions';
import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { jsonEscape } from '../harness/dsl/sample-maps';

check('BODY-01', 'refuses a body without `metadata`', async (tools) => {
  const bodies = [
    {},
    { meta: { one: '1' } },
    { Metadata: { one: '1' } },
    { one: '1' },
    { server: { metadata: { one: '1' } } },
  ];
  await expectAllRejected(tools, bodies, tools.profile.statuses.invalid);
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
  check('BODY-02', `refuses \`metadata\` that is ${name}`, async (tools) => {
    await expectAllRejected(tools, [{ metadata }], tools.profile.statuses.invalid);
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
  check('BODY-03', `refuses a body that is ${name}`, async (tools) => {
    await expectAllRejected(tools, [body], tools.profile.statuses.invalid);
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
  check('BODY-04', `refuses a body that is not JSON: ${name}`, async (tools) => {
    await expectAllRejected(tools, [body], tools.profile.statuses.invalid);
  });
}

for (const [name, body, metadata] of [
  [
    'a body with white space everywhere',
    ' { "metadata" :\r\n\t{ "one" : "1" , "two":"2" } } \n',
    { one: '1', two: '2' },
  ],
  ['a value that is written in escapes', `{"metadata": {"one": "${jsonEscape('aé元')}"}}`, { one: 'aé元' }],
  ['a value beyond U+FFFF that is written in escapes', `{"metadata": {"one": "${jsonEscape('😀')}"}}`, { one: '😀' }],
  ['a key that is written in escapes', `{"metadata": {"${jsonEscape('key')}": "1"}}`, { key: '1' }],
  ['the name `metadata` that is written in escapes', `{"${jsonEscape('metadata')}": {"one": "1"}}`, { one: '1' }],
  ['escapes with digits in upper case', '{"metadata": {"one": "\\u00E9\\u5143"}}', { one: 'é元' }],
  ['an escaped solidus', '{"metadata": {"one": "a\\/b"}}', { one: 'a/b' }],
  ['an escaped quote and an escaped backslash', '{"metadata": {"one": "\\"\\\\"}}', { one: '"\\' }],
] as const) {
  check('BODY-05', `reads ${name}`, async ({ given, profile, put, read }) => {
    const server = await given.server('active', { old: '1' });
    expect(profile.statuses.accepted).toContain((await put(server, body)).status);
    expect(await read(server)).toEqual(metadata);
  });
}

for (const [name, order] of [
  ['descending', ['c1', 'b1', 'a1', '9', '10', 'C1', 'B1']],
  ['numbers between words', ['b1', '10', 'a1', '9', 'c1', '2', 'B1']],
] as const) {
  check('BODY-05', `reads pairs in any order: ${name}`, async ({ given, profile, put, read }) => {
    const server = await given.server('active', { old: '1' });
    // JSON.stringify would put the numbers first.
    const members = order.map((key, index) => `"${key}": "value ${index}"`);
    const { status } = await put(server, `{"metadata": {${members.join(', ')}}}`);
    expect(profile.statuses.accepted).toContain(status);
    expect(await read(server)).toEqual(Object.fromEntries(order.map((key, index) => [key, `value ${index}`])));
  });
}
