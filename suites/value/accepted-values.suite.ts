import { legalValues } from '../../properties/cases';
import { everyCharacter } from '../../properties/cases/every-character';
import { repeatToLength } from '../../properties/cases/lengths';
import { maxPairsInBody } from '../../properties/cases/limits';
import { hashTwins } from '../../properties/cases/lookalikes';
import { expectRoundTrip, expectStored } from '../harness/dsl/assertions';
import { check, type TestContext } from '../harness/dsl/check';
import { everyLength, namedLengths, nearQuota, splitIntoMaps, splitIntoPairs } from '../harness/dsl/sample-maps';

/** A key for each check, so that the pair of the check before must be removed. It consists of letters and digits only. */
function plainKey({ limits }: TestContext, slug: string): string {
  // A longer value goes on in a second pair, whose key ends in 2.
  return slug.replaceAll('-', '').slice(0, Math.max(1, limits.keyLength - 2));
}

for (const { slug, name, lengthOf } of namedLengths([1, 2, 63, 64, 65, 127, 128, 129, 191, 192])) {
  check(`VALUE-01/${slug}`, `takes a value of ${name}`, async (tools) => {
    const value = 'v'.repeat(lengthOf(tools.limits.valueLength));
    await expectStored(tools, { [plainKey(tools, slug)]: value });
  });
}

check('VALUE-01/several-longest-values', 'takes several values of the longest length', async (tools) => {
  const long = (letter: string) => letter.repeat(tools.limits.valueLength);
  await expectStored(tools, { one: long('a'), two: long('b'), three: long('c'), four: long('d') });
});

check('VALUE-01/last-character', 'keeps values apart that differ only in the last character', async (tools) => {
  const alike = (length: number) =>
    ['a', 'b', 'c'].map((end, index) => [`key${length}x${index}`, 'v'.repeat(length) + end]);
  const last = tools.limits.valueLength - 1;
  const lengths = [...new Set([31, 63, 127, last].map((length) => Math.min(length, last)))];
  const maps = splitIntoMaps(tools, lengths.map(alike), 3).map((some) => Object.fromEntries(some.flat()));
  await expectStored(tools, ...maps);
});

check('VALUE-02/empty-value', 'stores an empty value, and keeps its key', async (tools) => {
  await expectStored(tools, { one: '' }, { one: '', two: '2', three: '' });
});

for (const [slug, name, value] of [
  ['space', 'a space', ' '],
  ['spaces-at-ends', 'spaces at the ends', '  x  '],
  ['spaces-between-letters', 'spaces between letters', 'a  b   c'],
  ['ascii-punctuation', 'ASCII punctuation', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'],
  ['quotes', 'quotes', `"double" 'single' \`back\``],
  ['backslashes', 'backslashes', '\\ \\\\ \\n \\u0041 \\'],
  ['html', 'HTML', '<b>&amp;</b><script>alert(1)</script>'],
  ['html-entities', 'HTML entities', '&lt; &#65; &nbsp;'],
  ['percent-signs', 'percent signs', '100% %s %41 %00'],
  ['plus-sign', 'a plus sign', 'a+b c'],
  ['sql', 'SQL', "'; DROP TABLE metadata; --"],
  ['template', 'a template', '{{x}} #{x} $(x) %(x)s <%= x %>'],
  ['json', 'JSON', '{"one": [1, null]}'],
  ['number', 'a number', '1'],
  ['number-with-zeros', 'a number with zeros', '007'],
  ['large-number', 'a large number', '12345678901234567890'],
  ['decimal-number', 'a decimal number', '1.0'],
  ['exponent', 'an exponent', '1e3'],
  ['text-true', 'the text `true`', 'true'],
  ['text-false', 'the text `false`', 'false'],
  ['text-null', 'the text `null`', 'null'],
  ['text-none', 'the text `None`', 'None'],
  ['date', 'a date', '2026-11-23T00:00:00Z'],
  ['composed-letters', 'composed letters', 'é ñ Å'],
  ['decomposed-letters', 'decomposed letters', 'e\u0301 n\u0303 A\u030a'],
  ['compatibility-characters', 'compatibility characters', 'ﬁ ² ① Ａ Å \u212b \u2126'],
  ['upper-and-lower-case', 'upper and lower case', 'aAbBcC İıſß'],
  ['doubled-punctuation', 'doubled punctuation', `%% $$ && {{}} '' "" ~~ ##`],
  ['replacement-patterns', 'replacement patterns', '$& $1 $0 \\1 \\g<0> {0}'],
  ['windows-1252', 'punctuation of Windows-1252', '€‚„…†‡‰‹›‘’“”•–—™'],
  ['east-asian-mappings', 'characters with two mappings in East Asian code pages', '〜～−－—―‖∥¢￠£￡¬￢¦￤·・'],
  ['latin-letters', 'Latin letters', 'Zürich Łódź Ærø'],
  ['cyrillic-letters', 'Cyrillic letters', 'Москва'],
  ['greek-letters', 'Greek letters', 'Αθήνα ΣΑΣ'],
  ['han-characters', 'Han characters', '元数据'],
  ['hangul', 'Hangul', '한글 \u1112\u1161\u11ab'],
  ['kana', 'Kana', 'メタデータ ｶﾞ'],
  ['arabic-letters', 'Arabic letters', 'مرحبا'],
  ['hebrew', 'Hebrew with directional marks', '\u202bשלום\u202c \u200f'],
  ['devanagari', 'Devanagari', 'नमस्ते'],
  ['zero-width-characters', 'zero-width characters', 'a\u200bb\u200cc\u200dd\u2060e'],
  ['no-break-space', 'a no-break space', 'a\u00a0b\u3000c'],
  ['soft-hyphen', 'a soft hyphen', 'a\u00adb'],
  ['byte-order-mark', 'a byte order mark', '\ufeffa\ufeff'],
  ['line-and-paragraph-separators', 'line and paragraph separators', 'a\u2028b\u2029c'],
  ['replacement-character', 'a replacement character', 'a\ufffdb'],
  ['private-use-character', 'a private-use character', 'a\ue000b'],
] as const) {
  check(`VALUE-03/${slug}`, `returns ${name} unchanged`, async (tools) => {
    await expectStored(tools, splitIntoPairs(tools, value, plainKey(tools, slug)));
  });
}

check(
  'VALUE-03/texts-with-a-meaning',
  'returns texts that have a meaning in other software unchanged',
  async (tools) => {
    const texts = legalValues(tools)
      .map(({ value }) => value)
      .filter((value) => value !== '' && value.length < 64);
    await expectRoundTrip(tools, texts.filter(isBasic));
  },
);

check('VALUE-03/hash-collisions', 'keeps texts apart that collide in a common hash function', async (tools) => {
  await expectRoundTrip(tools, hashTwins.flat());
});

check('VALUE-03/every-character-up-to-ffff', 'returns every character up to U+FFFF unchanged', async (tools) => {
  await expectRoundTrip(tools, everyCharacter(tools).filter(isBasic));
});

check('VALUE-06/every-character-above-ffff', 'stores every character above U+FFFF', async (tools) => {
  await expectRoundTrip(
    tools,
    everyCharacter(tools).filter((text) => !isBasic(text)),
  );
});

for (const [id, name, character] of [
  ['VALUE-03/three-bytes-in-large-body', 'of three bytes', '元'],
  ['VALUE-06/large-body', 'beyond U+FFFF', '😀'],
] as const) {
  check(id, `returns characters ${name} unchanged at any place of a large body`, async (tools) => {
    const { valueLength } = tools.limits;
    const keys = Object.keys(nearQuota(tools)).slice(0, Math.min(100, maxPairsInBody(10 + 4 * valueLength)));
    // A target may process a body in pieces. For any size of pieces, one of these maps has a character across a border.
    const maps = ['', 'x', 'xx', 'xxx'].map((shift) =>
      Object.fromEntries(
        keys.map((key, index) => [index === 0 ? `${key}${shift}` : key, character.repeat(valueLength)]),
      ),
    );
    await expectStored(tools, ...maps);
  });
}

/** The fewest characters of `each` bytes, or units, that exceed a limit that counts bytes, or units. */
const justOver = (limit: number, each: number) => Math.floor(limit / each) + 1;

for (const [slug, name, make] of [
  [
    'two-bytes-over-byte-limit',
    'letters of two bytes that make more bytes than the limit',
    (most) => 'é'.repeat(justOver(most, 2)),
  ],
  ['two-bytes-at-limit', 'as many letters of two bytes as the limit allows', (most) => 'é'.repeat(most)],
  [
    'three-bytes-over-byte-limit',
    'characters of three bytes that make more bytes than the limit',
    (most) => '元'.repeat(justOver(most, 3)),
  ],
  ['three-bytes-at-limit', 'as many characters of three bytes as the limit allows', (most) => '元'.repeat(most)],
  [
    'four-bytes-over-byte-limit',
    'characters of four bytes that make more bytes than the limit',
    (most) => '😀'.repeat(justOver(most, 4)),
  ],
  [
    'two-units-over-unit-limit',
    'characters of two UTF-16 units that make more units than the limit',
    (most) => '😀'.repeat(justOver(most, 2)),
  ],
  ['two-units-at-limit', 'as many characters of two UTF-16 units as the limit allows', (most) => '😀'.repeat(most)],
  [
    'two-units-last-at-limit',
    'as many characters as the limit allows, the last one of two UTF-16 units',
    (most) => `${'v'.repeat(most - 1)}😀`,
  ],
  [
    'combining-accents-at-limit',
    'as many code points as the limit allows, two for each letter',
    (most) => repeatToLength('e\u0301', most),
  ],
] satisfies [string, string, (most: number) => string][]) {
  check(`VALUE-05/${slug}`, `takes ${name}`, async (tools) => {
    const value = make(tools.limits.valueLength);
    await expectStored(tools, { [plainKey(tools, slug)]: value });
  });
}

for (const [slug, name, value] of [
  ['emoji', 'an emoji', '😀'],
  ['emoji-sequence', 'an emoji of several code points', '👩\u200d💻'],
  ['han-of-plane-2', 'a Han character of plane 2', '𠀀'],
  ['musical-sign', 'a musical sign', '𝄞'],
  ['last-plane', 'a character of the last plane', '\u{10fffd}'],
  ['among-letters', 'several such characters among letters', 'a😀b𠀀c'],
] as const) {
  check(`VALUE-06/${slug}`, `stores ${name}`, async (tools) => {
    await expectStored(tools, { [plainKey(tools, slug)]: value });
  });
}

// Padding, packing and encryption fail at some lengths.
check('VALUE-03/every-length', 'returns texts of every length unchanged', async (tools) => {
  const lengths = everyLength(tools.limits.valueLength);
  await expectRoundTrip(
    tools,
    lengths.map((length) => 'v'.repeat(length)),
  );
});

function isBasic(text: string): boolean {
  return !/[\u{10000}-\u{10FFFF}]/u.test(text);
}
