import { isAnswer, isNovaError, isRequest } from './validators';

test.each([
  ['the example of the page', { metadata: { key1: 'value1', key2: 'value2' } }],
  ['an empty map', { metadata: {} }],
  ['255 characters beyond U+FFFF', { metadata: { a: '😀'.repeat(255) } }],
  ['a key of the whole set', { metadata: { 'Az09-_:.': '' } }],
  ['a prototype name', { metadata: { ['__proto__']: 'x' } }],
  ['a second member', { metadata: {}, more: 1 }],
])('a request may hold %s', (_, body) => {
  expect(isRequest(body)).toBe(true);
});

test.each([
  ['no metadata', {}],
  ['null', { metadata: null }],
  ['a list', { metadata: [] }],
  ['an empty key', { metadata: { '': 'x' } }],
  ['a key of 256 characters', { metadata: { ['k'.repeat(256)]: 'x' } }],
  ['a key that ends in a newline', { metadata: { 'a\n': 'x' } }],
  ['a space in a key', { metadata: { 'a b': 'x' } }],
  ['a number', { metadata: { a: 1 } }],
  ['a prototype name with a number', { metadata: { ['__proto__']: 1 } }],
  ['256 characters', { metadata: { a: '😀'.repeat(256) } }],
])('a request must not hold %s', (_, body) => {
  expect(isRequest(body)).toBe(false);
});

test('an answer holds strings, and nothing beside the map', () => {
  expect(isAnswer({ metadata: { a: '1' } })).toBe(true);
  expect(isAnswer({ metadata: { a: 1 } })).toBe(false);
  expect(isAnswer({ metadata: {}, more: 1 })).toBe(false);
});

test("an error is Nova's envelope", () => {
  expect(isNovaError({ badRequest: { code: 400, message: 'no' } })).toBe(true);
  expect(isNovaError({ error: 'no' })).toBe(false);
  expect(isNovaError({ a: { code: 400, message: '' }, b: { code: 400, message: '' } })).toBe(false);
});
