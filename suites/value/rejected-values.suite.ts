import { excessiveLengths, repeatToLength } from '../../properties/cases/lengths';
import { expectRejected, INITIAL } from '../harness/dsl/assertions';
import { check, type TestContext } from '../harness/dsl/check';
import { nearQuota, tooLong } from '../harness/dsl/sample-maps';

for (const [name, make] of [
  ['one letter more than the limit', ({ next }) => 'v'.repeat(next)],
  ['two letters more than the limit', ({ second }) => 'v'.repeat(second)],
  ['a sixth more letters than the limit', ({ longer }) => 'v'.repeat(longer)],
  ['four times as many letters as the limit', ({ far }) => 'v'.repeat(far)],
  ['one space more than the limit', ({ next }) => ' '.repeat(next)],
  ['letters up to the limit and a space', ({ next }) => `${'v'.repeat(next - 1)} `],
  ['one letter with an accent more than the limit', ({ next }) => 'é'.repeat(next)],
  ['one Han character more than the limit', ({ next }) => '元'.repeat(next)],
  ['one character beyond U+FFFF more than the limit', ({ next }) => '😀'.repeat(next)],
  ['one code point more than the limit, two for each letter', ({ next }) => repeatToLength('e\u0301', next)],
  ['letters up to the limit and a combining accent', ({ next }) => `${'v'.repeat(next - 1)}\u0301`],
  ['too many characters in words', ({ next }) => 'word '.repeat(Math.ceil(next / 5))],
  ['too many characters in lines', ({ longer }) => `${'v'.repeat(Math.ceil(longer / 3) - 1)}\n`.repeat(3)],
  ['too many characters after a U+0000', ({ longer }) => `v\u0000${'v'.repeat(longer - 2)}`],
  [
    'too many characters in a comma-separated list',
    ({ longer }) => `${'v'.repeat(Math.ceil(longer / 3) - 1)},`.repeat(3),
  ],
] satisfies [string, (lengths: ReturnType<typeof excessiveLengths>) => string][]) {
  check('VALUE-04', `refuses ${name}`, async (tools) => {
    const value = make(excessiveLengths(tools.limits.valueLength));
    const server = await tools.given.server('active', INITIAL);
    const { invalid } = tools.profile.statuses;
    await expectRejected(tools, server, { metadata: { one: value } }, invalid);
    await expectRejected(tools, server, { metadata: { good: '1', one: value } }, invalid);
    await expectRejected(tools, server, { metadata: { one: value, good: '1' } }, invalid);
  });
}

// Such a length overflows sixteen bits. The body may also be refused for its size.
for (const length of [40_000, 65_546]) {
  check('VALUE-04', `refuses ${length} letters`, async (tools) => {
    const server = await tools.given.server('active', INITIAL);
    const { invalid } = tools.profile.statuses;
    const { status } = await expectRejected(tools, server, { metadata: { one: 'v'.repeat(length) } }, [
      ...invalid,
      413,
    ]);
    if (!invalid.includes(status)) tools.notApplicable('the target takes no body of this size');
  });
}

for (const [id, name, make] of [
  ['VALUE-04', 'of one letter more than the limit', (tools: TestContext) => tooLong(tools).value],
  ['VALUE-09', 'that is a number', () => 7],
  ['VALUE-09', 'that is null', () => null],
] as const) {
  check(id, `refuses a value ${name} after many good pairs`, async (tools) => {
    const server = await tools.given.server('active', INITIAL);
    await expectRejected(
      tools,
      server,
      { metadata: { ...nearQuota(tools), last: make(tools) } },
      tools.profile.statuses.invalid,
    );
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
  check('VALUE-09', `refuses a value that is ${name}`, async (tools) => {
    const server = await tools.given.server('active', INITIAL);
    const { invalid } = tools.profile.statuses;
    await expectRejected(tools, server, { metadata: { one: value } }, invalid);
    await expectRejected(tools, server, { metadata: { good: '1', one: value } }, invalid);
    await expectRejected(tools, server, { metadata: { both: value, good: '1' } }, invalid);
  });
}

check('VALUE-09', 'refuses a number in any notation', async (tools) => {
  const server = await tools.given.server('active', INITIAL);
  // Some parsers keep a number as text if it would lose digits.
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
    await expectRejected(tools, server, `{"metadata": {"one": ${number}}}`, tools.profile.statuses.invalid);
  }
});
