import { clause } from './harness/clause';
import { manyPairs } from './harness/many-pairs';
import { held, refuses } from './harness/refuses';

for (const [name, value] of [
  ['256 letters', 'v'.repeat(256)],
  ['257 letters', 'v'.repeat(257)],
  ['300 letters', 'v'.repeat(300)],
  ['1,000 letters', 'v'.repeat(1_000)],
  ['256 spaces', ' '.repeat(256)],
  ['255 letters and a space', `${'v'.repeat(255)} `],
  ['256 Latin letters', 'é'.repeat(256)],
  ['256 Han characters', '元'.repeat(256)],
  ['256 characters beyond U+FFFF', '😀'.repeat(256)],
  ['256 characters that make 128 letters', 'e\u0301'.repeat(128)],
  ['255 letters and an accent', `${'v'.repeat(255)}\u0301`],
  ['260 characters in words', 'word '.repeat(52)],
  ['300 characters in lines', `${'v'.repeat(99)}\n`.repeat(3)],
  ['300 characters behind a U+0000', `v\u0000${'v'.repeat(298)}`],
  ['300 characters in a list', `${'v'.repeat(99)},`.repeat(3)],
] as const) {
  clause('VALUE-04', `refuses ${name}`, async (tools) => {
    const server = await tools.given.server('active', held);
    const { invalid } = tools.profile.statuses;
    await refuses(tools, server, { metadata: { one: value } }, invalid);
    await refuses(tools, server, { metadata: { good: '1', one: value } }, invalid);
    await refuses(tools, server, { metadata: { one: value, good: '1' } }, invalid);
  });
}

// A length that is kept in sixteen bits is negative, or small again. What is that long may also be refused for its size.
for (const length of [40_000, 65_546]) {
  clause('VALUE-04', `refuses ${length} letters`, async (tools) => {
    const server = await tools.given.server('active', held);
    const statuses = [...tools.profile.statuses.invalid, 413];
    const { status } = await refuses(tools, server, { metadata: { one: 'v'.repeat(length) } }, statuses);
    if (status === 413) tools.notTested('the target takes no body of this size');
  });
}

for (const [id, name, value] of [
  ['VALUE-04', 'of 256 letters', 'v'.repeat(256)],
  ['VALUE-09', 'that is a number', 7],
  ['VALUE-09', 'that is null', null],
] as const) {
  clause(id, `refuses a value ${name} behind many good ones`, async (tools) => {
    const server = await tools.given.server('active', held);
    await refuses(tools, server, { metadata: { ...manyPairs(tools), last: value } }, tools.profile.statuses.invalid);
  });
}

for (const [name, value] of [
  ['a number', 1],
  ['zero', 0],
  ['a negative number', -1],
  ['a decimal number', 1.5],
  ['true', true],
  ['false', false],
  ['null', null],
  ['an empty list', []],
  ['a list of one string', ['1']],
  ['a list of strings', ['1', '2']],
  ['an empty object', {}],
  ['an object', { inner: '1' }],
] as const) {
  clause('VALUE-09', `refuses ${name}`, async (tools) => {
    const server = await tools.given.server('active', held);
    const { invalid } = tools.profile.statuses;
    await refuses(tools, server, { metadata: { one: value } }, invalid);
    await refuses(tools, server, { metadata: { good: '1', one: value } }, invalid);
    await refuses(tools, server, { metadata: { both: value, good: '1' } }, invalid);
  });
}

clause('VALUE-09', 'refuses a number however it is spelled', async (tools) => {
  const server = await tools.given.server('active', held);
  // Some parsers keep as text what would lose digits as a number.
  const numbers = [
    '12345678901234567890',
    '-123456789012345678901234567890',
    '0.1234567890123456789',
    '1.0',
    '-0',
    '1E2',
    '1e400',
    '-1e400',
    '1e-400',
  ];
  for (const number of numbers) {
    await refuses(tools, server, `{"metadata": {"one": ${number}}}`, tools.profile.statuses.invalid);
  }
});
