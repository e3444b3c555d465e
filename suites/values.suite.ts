import { everyCharacter } from '../properties/every-character';
import { legalValues } from '../properties/partitions';
import { clause } from './harness/clause';
import { expect } from './harness/expect';
import { manyPairs } from './harness/many-pairs';
import { held, refuses } from './harness/refuses';
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

for (const [name, value] of [
  ['a newline', 'a\nb'],
  ['CR LF', 'a\r\nb\r\n'],
  ['a tab', '\ta\t'],
  ['NUL', 'a\u0000b'],
  ['NUL at the end', 'a\u0000'],
  ['a bell and an escape', '\u0007\u001b[31m'],
  ['every C0 control', String.fromCharCode(...Array.from({ length: 32 }, (_, index) => index))],
  ['DEL', 'a\u007fb'],
  ['a C1 control', 'a\u0085b\u009fc'],
  ['U+FFFE and U+FFFF', 'a\ufffeb\uffffc'],
  ['U+FDD0', 'a\ufdd0b'],
] as const) {
  clause('VALUE-07', `takes ${name}`, async ({ given, read, replace }) => {
    const server = await given.server('active', held);
    const { status } = await replace(server, { one: value });
    await read(server);
    expect(status).toBe(200);
  });

  clause('VALUE-08', `does not alter ${name} that it takes`, async ({ given, read, replace }) => {
    const server = await given.server('active', held);
    const { status } = await replace(server, { one: value });
    expect(await read(server)).toEqual(status < 300 ? { one: value } : held);
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
  ];
  for (const number of numbers) {
    await refuses(tools, server, `{"metadata": {"one": ${number}}}`, tools.profile.statuses.invalid);
  }
});

for (const [name, text] of [
  ['a high surrogate', '\\ud800'],
  ['a low surrogate', '\\udc00'],
  ['surrogates in the wrong order', '\\ude00\\ud83d'],
] as const) {
  const body = `{"metadata": {"one": "a${text}b"}}`;
  clause('VALUE-10', `takes or refuses ${name}`, async ({ given, put, read }) => {
    const server = await given.server('active', held);
    await put(server, body);
    await read(server);
  });
  clause('ANSWER-06', `answers no 5xx to ${name}`, async ({ given, put }) => {
    const server = await given.server('active', held);
    expect((await put(server, body)).status).toBeLessThan(500);
  });
}

function isBasic(text: string): boolean {
  return !/[\u{10000}-\u{10FFFF}]/u.test(text);
}
