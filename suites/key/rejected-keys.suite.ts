import { isSuccess } from '../../contracts/http/status';
import type { Metadata } from '../../contracts/metadata';
import { excessiveLengths } from '../../properties/cases/lengths';
import { expectRejected, INITIAL } from '../harness/dsl/assertions';
import { check, type TestContext } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { nearQuota, tooLong } from '../harness/dsl/sample-maps';

check('KEY-03', 'refuses an empty key', async (tools) => {
  await expectKeyRejected(tools, '');
});

for (const [id, name, keyOf] of [
  ['KEY-03', 'an empty key', () => ''],
  ['KEY-04', 'a key that is one character too long', (tools: TestContext) => tooLong(tools).key],
  ['KEY-05', 'a slash in a key', () => 'a/b'],
  ['KEY-05', 'an accent in a key', () => 'é'],
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

for (const [name, which] of [
  ['one character longer than the limit', 'next'],
  ['two characters longer than the limit', 'second'],
  ['a sixth longer than the limit', 'longer'],
  ['four times as long as the limit', 'far'],
] as const) {
  check('KEY-04', `refuses a key that is ${name}`, async (tools) => {
    await expectKeyRejected(tools, 'k'.repeat(excessiveLengths(tools.limits.keyLength)[which]));
  });
}

// Such a length overflows sixteen bits. The body may also be refused for its size.
for (const length of [40_000, 65_546]) {
  check('KEY-04', `refuses a key of ${length} characters`, async (tools) => {
    const server = await tools.given.server('active', INITIAL);
    const { invalid } = tools.profile.statuses;
    const { status } = await expectRejected(tools, server, { metadata: { ['k'.repeat(length)]: '1' } }, [
      ...invalid,
      413,
    ]);
    if (!invalid.includes(status)) tools.notApplicable('the target takes no body of this size');
  });
}

for (const mark of ['-', '_', ':', '.']) {
  check('KEY-04', `refuses a key that is too long with a ${mark} near its start or its end`, async (tools) => {
    const most = 'k'.repeat(tools.limits.keyLength);
    const less = most.slice(1);
    for (const key of [`k${mark}${less}`, `${less}${mark}k`, `${most}${mark}`]) {
      await expectKeyRejected(tools, key);
    }
  });
}

/** Every printable character of ASCII that the set leaves out; the space is open (KEY-07). */
const forbiddenCharacters = [...'!"#$%&\'()*+,/;<=>?@[\\]^`{|}~'];

for (const character of forbiddenCharacters) {
  check('KEY-05', `refuses ${character} in a key`, async (tools) => {
    await expectCharacterRejected(tools, character);
  });
}

for (const [name, character] of [
  ['a tab', '\t'],
  ['a carriage return', '\r'],
  ['NUL', '\u0000'],
  ['a control character', '\u0001'],
  ['DEL', '\u007f'],
  ['a no-break space', '\u00a0'],
  ['a zero-width space', '\u200b'],
  ['a byte order mark', '\ufeff'],
  ['an accented letter', 'é'],
  ['a decomposed accent', 'e\u0301'],
  ['a sharp s', 'ß'],
  ['a Turkish dotless i', 'ı'],
  ['a Kelvin sign', '\u212a'],
  ['a long s', '\u017f'],
  ['a Cyrillic letter', 'ж'],
  ['a Greek letter', 'α'],
  ['a Han character', '元'],
  ['an Arabic digit', '\u0663'],
  ['a superscript digit', '²'],
  ['a Roman numeral', '\u2167'],
  ['a fullwidth letter', 'Ａ'],
  ['a fullwidth digit', '１'],
  ['a fullwidth low line', '＿'],
  ['an undertie', '\u203f'],
  ['a Unicode hyphen', '\u2010'],
  ['a non-breaking hyphen', '\u2011'],
  ['an en dash', '–'],
  ['a minus sign', '\u2212'],
  ['a middle dot', '·'],
  ['an ideographic full stop', '。'],
  ['a fullwidth colon', '：'],
  ['a currency sign', '€'],
  ['a percent escape', '%41'],
  ['an emoji', '😀'],
  ['a mathematical letter', '𝐀'],
] as const) {
  check('KEY-05', `refuses ${name} in a key`, async (tools) => {
    await expectCharacterRejected(tools, character);
  });
}

check('KEY-05', 'refuses a newline before the end of a key', async (tools) => {
  await expectKeyRejected(tools, 'a\nb');
  await expectKeyRejected(tools, '\na');
});

check('KEY-05', 'refuses a map in which every key is bad', async (tools) => {
  const server = await tools.given.server('active', INITIAL);
  await expectRejected(
    tools,
    server,
    { metadata: { 'a/b': '1', 'c@d': '2', 'e%f': '3' } },
    tools.profile.statuses.invalid,
  );
});

for (const [name, lengthOf] of [
  ['a letter', () => 1],
  ['three letters', () => 3],
  ['a key of one character less than the limit', (limit: number) => limit - 1],
] as const) {
  check('KEY-06', `refuses ${name} and a newline`, async (tools) => {
    await expectKeyRejected(tools, `${'k'.repeat(lengthOf(tools.limits.keyLength))}\n`);
  });
}

for (const [name, key] of [
  ['a space inside', 'a b'],
  ['spaces at both ends', ' a '],
  ['spaces and nothing else', '   '],
] as const) {
  check('KEY-07', `takes or refuses a key with ${name}`, async ({ given, profile, put, read }) => {
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
