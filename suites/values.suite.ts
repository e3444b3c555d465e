import { everyCharacter } from '../properties/every-character';
import { legalValues } from '../properties/partitions';
import { hashTwins } from '../properties/partitions/hash-twins';
import { clause } from './harness/clause';
import { manyPairs } from './harness/many-pairs';
import { spoilsNone } from './harness/spoils-none';
import { stores } from './harness/stores';

for (const length of [1, 2, 63, 64, 65, 127, 128, 129, 191, 192, 254, 255]) {
  clause('VALUE-01', `takes ${length} letters`, async (tools) => {
    await stores(tools, await tools.given.server('active', { old: '1' }), { one: 'v'.repeat(length) });
  });
}

clause('VALUE-01', 'takes several values of 255 letters', async (tools) => {
  const long = (letter: string) => letter.repeat(255);
  const server = await tools.given.server('active', { old: '1' });
  await stores(tools, server, { one: long('a'), two: long('b'), three: long('c'), four: long('d') });
});

clause('VALUE-01', 'tells values apart that differ at their end alone', async (tools) => {
  const alike = (length: number) =>
    ['a', 'b', 'c'].map((end, index) => [`key${length}x${index}`, 'v'.repeat(length) + end]);
  const server = await tools.given.server('active', { old: '1' });
  await stores(tools, server, Object.fromEntries([31, 63, 127, 254].flatMap(alike)));
});

clause('VALUE-02', 'stores an empty value, and keeps its key', async (tools) => {
  const server = await tools.given.server('active', { old: '1' });
  await stores(tools, server, { one: '' });
  await stores(tools, server, { one: '', two: '2', three: '' });
});

for (const [name, value] of [
  ['a space', ' '],
  ['spaces at the ends', '  x  '],
  ['spaces within', 'a  b   c'],
  ['ASCII punctuation', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'],
  ['quotes', `"double" 'single' \`back\``],
  ['backslashes', '\\ \\\\ \\n \\u0041 \\'],
  ['HTML', '<b>&amp;</b><script>alert(1)</script>'],
  ['entities', '&lt; &#65; &nbsp;'],
  ['percent signs', '100% %s %41 %00'],
  ['a plus', 'a+b c'],
  ['SQL', "'; DROP TABLE metadata; --"],
  ['a template', '{{x}} #{x} $(x) %(x)s <%= x %>'],
  ['JSON', '{"one": [1, null]}'],
  ['a number', '1'],
  ['a number with zeros', '007'],
  ['a large number', '12345678901234567890'],
  ['a decimal number', '1.0'],
  ['an exponent', '1e3'],
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
  ['None', 'None'],
  ['a date', '2026-11-23T00:00:00Z'],
  ['composed letters', 'é ñ Å'],
  ['decomposed letters', 'e\u0301 n\u0303 A\u030a'],
  ['compatibility characters', 'ﬁ ² ① Ａ Å \u212b \u2126'],
  ['upper and lower case', 'aAbBcC İıſß'],
  ['doubled signs', `%% $$ && {{}} '' "" ~~ ##`],
  ['replacement patterns', '$& $1 $0 \\1 \\g<0> {0}'],
  ['punctuation of Windows-1252', '€‚„…†‡‰‹›‘’“”•–—™'],
  ['characters that code pages of East Asia map in two ways', '〜～−－—―‖∥¢￠£￡¬￢¦￤·・'],
  ['Latin', 'Zürich Łódź Ærø'],
  ['Cyrillic', 'Москва'],
  ['Greek', 'Αθήνα ΣΑΣ'],
  ['Han', '元数据'],
  ['Hangul', '한글 \u1112\u1161\u11ab'],
  ['Kana', 'メタデータ ｶﾞ'],
  ['Arabic', 'مرحبا'],
  ['Hebrew with directional marks', '\u202bשלום\u202c \u200f'],
  ['Devanagari', 'नमस्ते'],
  ['zero-width characters', 'a\u200bb\u200cc\u200dd\u2060e'],
  ['a no-break space', 'a\u00a0b\u3000c'],
  ['a soft hyphen', 'a\u00adb'],
  ['a byte order mark', '\ufeffa\ufeff'],
  ['line and paragraph separators', 'a\u2028b\u2029c'],
  ['a replacement character', 'a\ufffdb'],
  ['private use', 'a\ue000b'],
] as const) {
  clause('VALUE-03', `gives back ${name}`, async (tools) => {
    await stores(tools, await tools.given.server('active', { old: '1' }), { one: value });
  });
}

clause('VALUE-03', 'gives back every text that means something elsewhere', async (tools) => {
  const texts = legalValues.map(({ value }) => value).filter((value) => value !== '' && value.length < 64);
  await spoilsNone(tools, texts.filter(isBasic));
});

clause('VALUE-03', 'keeps texts apart that a common hash takes for one', async (tools) => {
  await spoilsNone(tools, hashTwins.flat());
});

clause('VALUE-03', 'gives back every character up to U+FFFF', async (tools) => {
  await spoilsNone(tools, everyCharacter().filter(isBasic));
});

clause('VALUE-06', 'stores every character above U+FFFF', async (tools) => {
  await spoilsNone(
    tools,
    everyCharacter().filter((text) => !isBasic(text)),
  );
});

for (const [id, name, character] of [
  ['VALUE-03', 'of three bytes', '元'],
  ['VALUE-06', 'beyond U+FFFF', '😀'],
] as const) {
  clause(id, `gives back characters ${name} wherever they fall in a large body`, async (tools) => {
    const server = await tools.given.server('active', { old: '1' });
    // A hundred of the largest values are less than a body may have (BODY-12).
    const keys = Object.keys(manyPairs(tools)).slice(0, 100);
    // A body is read, packed and kept in pieces: whatever their size, one of these maps has a character across their border.
    for (const shift of ['', 'x', 'xx', 'xxx']) {
      const entries = keys.map((key, index) => [index === 0 ? `${key}${shift}` : key, character.repeat(255)]);
      await stores(tools, server, Object.fromEntries(entries));
    }
  });
}

for (const [name, value] of [
  ['128 letters of two bytes', 'é'.repeat(128)],
  ['255 letters of two bytes', 'é'.repeat(255)],
  ['86 characters of three bytes', '元'.repeat(86)],
  ['255 characters of three bytes', '元'.repeat(255)],
  ['64 characters of four bytes', '😀'.repeat(64)],
  ['128 characters of two UTF-16 units', '😀'.repeat(128)],
  ['255 characters of two UTF-16 units', '😀'.repeat(255)],
  ['255 characters of which the last has two units', `${'v'.repeat(254)}😀`],
  ['255 code points in fewer letters', 'e\u0301'.repeat(127).concat('e')],
] as const) {
  clause('VALUE-05', `takes ${name}`, async (tools) => {
    await stores(tools, await tools.given.server('active', { old: '1' }), { one: value });
  });
}

for (const [name, value] of [
  ['an emoji', '😀'],
  ['an emoji of several', '👩\u200d💻'],
  ['a Han character of plane 2', '𠀀'],
  ['a musical sign', '𝄞'],
  ['the last plane', '\u{10fffd}'],
  ['several among letters', 'a😀b𠀀c'],
] as const) {
  clause('VALUE-06', `stores ${name}`, async (tools) => {
    await stores(tools, await tools.given.server('active', { old: '1' }), { one: value });
  });
}

function isBasic(text: string): boolean {
  return !/[\u{10000}-\u{10FFFF}]/u.test(text);
}
