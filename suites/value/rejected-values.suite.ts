import { excessiveLengths, repeatToLength } from '../../properties/cases/lengths';
import { expectRejected } from '../harness/dsl/assertions';
import { check, type TestContext } from '../harness/dsl/check';
import { nearQuota, tooLong } from '../harness/dsl/sample-maps';
import { INITIAL } from '../harness/worker/fixtures';

for (const [slug, name, make] of [
  ['one-letter-more', 'one letter more than the limit', ({ next }) => 'v'.repeat(next)],
  ['two-letters-more', 'two letters more than the limit', ({ second }) => 'v'.repeat(second)],
  ['a-sixth-more', 'a sixth more letters than the limit', ({ longer }) => 'v'.repeat(longer)],
  ['four-times', 'four times as many letters as the limit', ({ far }) => 'v'.repeat(far)],
  ['one-space-more', 'one space more than the limit', ({ next }) => ' '.repeat(next)],
  ['limit-and-space', 'letters up to the limit and a space', ({ next }) => `${'v'.repeat(next - 1)} `],
  ['one-accented-letter-more', 'one letter with an accent more than the limit', ({ next }) => 'é'.repeat(next)],
  ['one-han-character-more', 'one Han character more than the limit', ({ next }) => '元'.repeat(next)],
  ['one-emoji-more', 'one character beyond U+FFFF more than the limit', ({ next }) => '😀'.repeat(next)],
  [
    'one-code-point-more',
    'one code point more than the limit, two for each letter',
    ({ next }) => repeatToLength('e\u0301', next),
  ],
  ['limit-and-accent', 'letters up to the limit and a combining accent', ({ next }) => `${'v'.repeat(next - 1)}\u0301`],
  ['words', 'too many characters in words', ({ next }) => 'word '.repeat(Math.ceil(next / 5))],
  ['lines', 'too many characters in lines', ({ longer }) => `${'v'.repeat(Math.ceil(longer / 3) - 1)}\n`.repeat(3)],
  ['after-nul', 'too many characters after a U+0000', ({ longer }) => `v\u0000${'v'.repeat(longer - 2)}`],
  [
    'comma-separated-list',
    'too many characters in a comma-separated list',
    ({ longer }) => `${'v'.repeat(Math.ceil(longer / 3) - 1)},`.repeat(3),
  ],
] satisfies [string, string, (lengths: ReturnType<typeof excessiveLengths>) => string][]) {
  check(`VALUE-04/${slug}`, `refuses ${name}`, async (tools) => {
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
  check(`VALUE-04/${length}-letters`, `refuses ${length} letters`, async (tools) => {
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
  [
    'VALUE-04/one-letter-more-after-many',
    'of one letter more than the limit',
    (tools: TestContext) => tooLong(tools).value,
  ],
  ['VALUE-09/number-after-many', 'that is a number', () => 7],
  ['VALUE-09/null-after-many', 'that is null', () => null],
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

for (const [slug, name, value] of [
  ['number', 'a number', 1],
  ['zero', 'zero', 0],
  ['negative-number', 'a negative number', -1],
  ['decimal-number', 'a decimal number', 1.5],
  ['true', 'true', true],
  ['false', 'false', false],
  ['null', 'null', null],
  ['empty-list', 'an empty list', []],
  ['list-of-one-string', 'a list of one string', ['1']],
  ['list-of-strings', 'a list of strings', ['1', '2']],
  ['empty-object', 'an empty object', {}],
  ['object', 'an object', { inner: '1' }],
] as const) {
  check(`VALUE-09/${slug}`, `refuses a value that is ${name}`, async (tools) => {
    const server = await tools.given.server('active', INITIAL);
    const { invalid } = tools.profile.statuses;
    await expectRejected(tools, server, { metadata: { one: value } }, invalid);
    await expectRejected(tools, server, { metadata: { good: '1', one: value } }, invalid);
    await expectRejected(tools, server, { metadata: { both: value, good: '1' } }, invalid);
  });
}

check('VALUE-09/number-in-any-notation', 'refuses a number in any notation', async (tools) => {
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
