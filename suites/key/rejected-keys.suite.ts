import { isSuccess } from '../../contracts/http/status';
import type { Metadata } from '../../contracts/metadata';
import { excessiveLengths } from '../../properties/cases/lengths';
import { expectRejected } from '../harness/dsl/assertions';
import { check, type TestContext } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { nearQuota, tooLong } from '../harness/dsl/sample-maps';
import { INITIAL } from '../harness/worker/fixtures';

check('KEY-03/empty-key', 'refuses an empty key', async (tools) => {
  await expectKeyRejected(tools, '');
});

for (const [id, name, keyOf] of [
  ['KEY-03/empty-key-after-many', 'an empty key', () => ''],
  ['KEY-04/one-more-after-many', 'a key that is one character too long', (tools: TestContext) => tooLong(tools).key],
  ['KEY-05/slash-after-many', 'a slash in a key', () => 'a/b'],
  ['KEY-05/accent-after-many', 'an accent in a key', () => 'é'],
] as const) {
  check(id, `refuses ${name} after many good pairs`, async (tools) => {
    const server = await tools.given.server('active', INITIAL);
    await expectRejected(
      tools,
      server,
      { metadata: { ...nearQuota(tools), [keyOf(tools)]: '1' } },
      tools.profile.statuses.invalid,
    );
  });
}

for (const [slug, name, which] of [
  ['one-more', 'one character longer than the limit', 'next'],
  ['two-more', 'two characters longer than the limit', 'second'],
  ['a-sixth-more', 'a sixth longer than the limit', 'longer'],
  ['four-times', 'four times as long as the limit', 'far'],
] as const) {
  check(`KEY-04/${slug}`, `refuses a key that is ${name}`, async (tools) => {
    await expectKeyRejected(tools, 'k'.repeat(excessiveLengths(tools.limits.keyLength)[which]));
  });
}

// Such a length overflows sixteen bits. The body may also be refused for its size.
for (const length of [40_000, 65_546]) {
  check(`KEY-04/${length}-characters`, `refuses a key of ${length} characters`, async (tools) => {
    const server = await tools.given.server('active', INITIAL);
    const { invalid } = tools.profile.statuses;
    const { status } = await expectRejected(tools, server, { metadata: { ['k'.repeat(length)]: '1' } }, [
      ...invalid,
      413,
    ]);
    if (!invalid.includes(status)) tools.notApplicable('the target takes no body of this size');
  });
}

for (const [slug, mark] of [
  ['one-more-with-hyphen', '-'],
  ['one-more-with-underscore', '_'],
  ['one-more-with-colon', ':'],
  ['one-more-with-dot', '.'],
] as const) {
  check(`KEY-04/${slug}`, `refuses a key that is too long with a ${mark} near its start or its end`, async (tools) => {
    const most = 'k'.repeat(tools.limits.keyLength);
    const less = most.slice(1);
    for (const key of [`k${mark}${less}`, `${less}${mark}k`, `${most}${mark}`]) {
      await expectKeyRejected(tools, key);
    }
  });
}

/** Every printable character of ASCII that the set leaves out; the space is open (KEY-07). */
const forbiddenCharacters = [
  ['exclamation-mark', '!'],
  ['double-quote', '"'],
  ['number-sign', '#'],
  ['dollar-sign', '$'],
  ['percent-sign', '%'],
  ['ampersand', '&'],
  ['single-quote', "'"],
  ['opening-parenthesis', '('],
  ['closing-parenthesis', ')'],
  ['asterisk', '*'],
  ['plus-sign', '+'],
  ['comma', ','],
  ['slash', '/'],
  ['semicolon', ';'],
  ['less-than-sign', '<'],
  ['equals-sign', '='],
  ['greater-than-sign', '>'],
  ['question-mark', '?'],
  ['at-sign', '@'],
  ['opening-bracket', '['],
  ['backslash', '\\'],
  ['closing-bracket', ']'],
  ['caret', '^'],
  ['backtick', '`'],
  ['opening-brace', '{'],
  ['vertical-bar', '|'],
  ['closing-brace', '}'],
  ['tilde', '~'],
] as const;

for (const [slug, character] of forbiddenCharacters) {
  check(`KEY-05/${slug}`, `refuses ${character} in a key`, async (tools) => {
    await expectCharacterRejected(tools, character);
  });
}

for (const [slug, name, character] of [
  ['tab', 'a tab', '\t'],
  ['carriage-return', 'a carriage return', '\r'],
  ['nul', 'NUL', '\u0000'],
  ['control-character', 'a control character', '\u0001'],
  ['del', 'DEL', '\u007f'],
  ['no-break-space', 'a no-break space', '\u00a0'],
  ['zero-width-space', 'a zero-width space', '\u200b'],
  ['byte-order-mark', 'a byte order mark', '\ufeff'],
  ['accented-letter', 'an accented letter', 'é'],
  ['decomposed-accent', 'a decomposed accent', 'e\u0301'],
  ['sharp-s', 'a sharp s', 'ß'],
  ['turkish-dotless-i', 'a Turkish dotless i', 'ı'],
  ['kelvin-sign', 'a Kelvin sign', '\u212a'],
  ['long-s', 'a long s', '\u017f'],
  ['cyrillic-letter', 'a Cyrillic letter', 'ж'],
  ['greek-letter', 'a Greek letter', 'α'],
  ['han-character', 'a Han character', '元'],
  ['arabic-digit', 'an Arabic digit', '\u0663'],
  ['superscript-digit', 'a superscript digit', '²'],
  ['roman-numeral', 'a Roman numeral', '\u2167'],
  ['fullwidth-letter', 'a fullwidth letter', 'Ａ'],
  ['fullwidth-digit', 'a fullwidth digit', '１'],
  ['fullwidth-low-line', 'a fullwidth low line', '＿'],
  ['undertie', 'an undertie', '\u203f'],
  ['unicode-hyphen', 'a Unicode hyphen', '\u2010'],
  ['non-breaking-hyphen', 'a non-breaking hyphen', '\u2011'],
  ['en-dash', 'an en dash', '–'],
  ['minus-sign', 'a minus sign', '\u2212'],
  ['middle-dot', 'a middle dot', '·'],
  ['ideographic-full-stop', 'an ideographic full stop', '。'],
  ['fullwidth-colon', 'a fullwidth colon', '：'],
  ['currency-sign', 'a currency sign', '€'],
  ['percent-escape', 'a percent escape', '%41'],
  ['emoji', 'an emoji', '😀'],
  ['mathematical-letter', 'a mathematical letter', '𝐀'],
] as const) {
  check(`KEY-05/${slug}`, `refuses ${name} in a key`, async (tools) => {
    await expectCharacterRejected(tools, character);
  });
}

check('KEY-05/newline-before-end', 'refuses a newline before the end of a key', async (tools) => {
  await expectKeyRejected(tools, 'a\nb');
  await expectKeyRejected(tools, '\na');
});

check('KEY-05/every-key-bad', 'refuses a map in which every key is bad', async (tools) => {
  const server = await tools.given.server('active', INITIAL);
  await expectRejected(
    tools,
    server,
    { metadata: { 'a/b': '1', 'c@d': '2', 'e%f': '3' } },
    tools.profile.statuses.invalid,
  );
});

for (const [slug, name, lengthOf] of [
  ['letter', 'a letter', () => 1],
  ['three-letters', 'three letters', () => 3],
  ['longest-but-one', 'a key of one character less than the limit', (limit: number) => limit - 1],
] as const) {
  check(`KEY-06/${slug}`, `refuses ${name} and a newline`, async (tools) => {
    await expectKeyRejected(tools, `${'k'.repeat(lengthOf(tools.limits.keyLength))}\n`);
  });
}

for (const [slug, name, key] of [
  ['space-inside', 'a space inside', 'a b'],
  ['spaces-at-ends', 'spaces at both ends', ' a '],
  ['only-spaces', 'spaces and nothing else', '   '],
] as const) {
  check(`KEY-07/${slug}`, `takes or refuses a key with ${name}`, async ({ given, profile, put, read }) => {
    const server = await given.server('active', INITIAL);
    const { status } = await put(server, { metadata: { [key]: '1' } });
    expect([...profile.statuses.accepted, ...profile.statuses.invalid]).toContain(status);
    expect(await read(server)).toEqual(isSuccess(status) ? { [key]: '1' } : INITIAL);
  });
}

/** A bad key must be refused alone and among good ones, first and last: a check may look at some pairs only. */
async function expectKeyRejected(tools: TestContext, key: string): Promise<void> {
  const server = await tools.given.server('active', INITIAL);
  const maps: Metadata[] = [{ [key]: '1' }, { [key]: '1', good: '2' }, { good: '2', [key]: '1' }];
  for (const metadata of maps) await expectRejected(tools, server, { metadata }, tools.profile.statuses.invalid);
}

/** At every place of the key: within, first, last. */
async function expectCharacterRejected(tools: TestContext, character: string): Promise<void> {
  await expectKeyRejected(tools, `a${character}b`);
  const server = await tools.given.server('active', INITIAL);
  const { invalid } = tools.profile.statuses;
  await expectRejected(tools, server, { metadata: { [`${character}a`]: '1' } }, invalid);
  await expectRejected(tools, server, { metadata: { good: '1', [`a${character}`]: '1' } }, invalid);
}
