import { asJson } from './as-json';

test.each([
  ['a map with __proto__ as a key of its own', { metadata: { ['__proto__']: 'x', a: '1' } }],
  ['a list with text beyond the BMP', ['😀', 'e\u0301']],
  ['a lone surrogate', '\ud800'],
])('%s can be held', (_, input) => {
  expect(JSON.stringify(asJson(input))).toBe(JSON.stringify(input));
});

test.each([
  ['bytes', Buffer.from([0xff])],
  ['undefined', undefined],
  ['a number that is none', Number.NaN],
])('%s cannot', (_, input) => {
  expect(asJson(input)).toBeUndefined();
});
