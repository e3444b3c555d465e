import { formatMap } from './format-map';

test.each<[string, unknown, string]>([
  ['letters of any script', { city: 'Zürich', 元: '数据' }, '{"city":"Zürich","元":"数据"}'],
  ['an emoji', { a: '😀' }, '{"a":"😀"}'],
  ['what has no width', { a: '1\u200b' }, '{"a":"1\\u{200B}"}'],
  ['a control character, as JSON spells it', { a: '\u0000' }, '{"a":"\\u0000"}'],
  ['an input that is no map', ['PUT', { a: 1 }], '["PUT",{"a":1}]'],
  ['nothing', undefined, 'no map'],
])('%s is readable', (_, value, text) => {
  expect(formatMap(value)).toBe(text);
});

test.each([
  ['composed and decomposed accents', 'é', 'e\u0301'],
  ['composed and decomposed syllables', '가', '\u1100\u1161'],
  ['a letter and the sign that is drawn like it', 'K', '\u212a'],
])('%s differ in their texts', (_, one, other) => {
  expect(formatMap({ a: one })).toBe(`{"a":"${one}"}`);
  expect(formatMap({ a: other })).toMatch(/\\u\{/);
});

test('a long text is truncated between characters, and its length follows', () => {
  const map = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k${index}`, '😀'.repeat(20)]));
  expect(formatMap(map)).toMatch(/^\{"k0".*[^\ud800-\udfff]… \(30 pairs\)$/u);
  expect(formatMap(['x'.repeat(500)])).toMatch(/… \(504 characters\)$/);
  expect(formatMap(map).length).toBeLessThan(400);
});

test('of a very long text only the shown part is processed', () => {
  const began = performance.now();
  for (let time = 0; time < 20; time += 1) formatMap({ a: '\u0000'.repeat(1_000_000) });
  expect(formatMap({ a: '\u0000'.repeat(1_000_000) })).toMatch(/… \(1 pair\)$/);
  expect(performance.now() - began).toBeLessThan(5_000);
});
