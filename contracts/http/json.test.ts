import { isJson, jsonOf } from './exchange';
import { exceedsJsonBounds } from './json';

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const pairs = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, ''])));

test.each<[string, string, boolean]>([
  ['a small map', '{"metadata": {"a": "1"}}', false],
  ['two hundred levels', nested(200), false],
  ['two hundred and one levels', nested(201), true],
  ['a hundred thousand levels', `{"metadata": {"a": ${nested(100_000)}}}`, true],
  ['levels that are cut off', `\n {"a": ${'['.repeat(500)}`, true],
  ['many arrays beside each other', `[${'[],'.repeat(10_000)}[]]`, false],
  ['brackets in a text', JSON.stringify({ a: `\\"${'['.repeat(1_000)}` }), false],
  ['brackets after a text that ends in a backslash', `["\\\\", ${nested(300)}]`, true],
  ['brackets of a web page', `<p>${'['.repeat(1_000)}`, false],
  ['the pairs of a large map', pairs(200_000), false],
  ['too many pairs', pairs(300_000), true],
  ['as many commas in texts', JSON.stringify({ a: ','.repeat(300_000) }), false],
])('%s', (_, text, expected) => {
  expect(exceedsJsonBounds(text)).toBe(expected);
});

test('JSON beyond the limits is not parsed, but still is JSON', () => {
  const body = { text: `{"metadata": {"a": ${nested(100_000)}}}` };
  expect(jsonOf(body)).toBeUndefined();
  expect(isJson(body)).toBe(true);
});

test('a large body is parsed correctly, whatever was parsed before', () => {
  const [one, other] = ['x', 'y'].map((letter) => ({ text: JSON.stringify({ [letter]: letter.repeat(200_000) }) }));
  if (one === undefined || other === undefined) throw new Error('there are two');
  for (const body of [one, other, { text: '{' }, one]) {
    expect(jsonOf(body)).toEqual(body.text === '{' ? undefined : JSON.parse(body.text));
  }
  expect(jsonOf({ text: `${one.text}}` })).toBeUndefined();
});
