import { isNovaErrorBody, isRequestBody, isResponseBody } from './bodies';

test.each([
  ['the example of the page', { metadata: { key1: 'value1', key2: 'value2' } }],
  ['an empty map', { metadata: {} }],
  ['255 characters beyond U+FFFF', { metadata: { a: '😀'.repeat(255) } }],
  ['a key of the whole set', { metadata: { 'Az09-_:.': '' } }],
  ['a prototype name', { metadata: { ['__proto__']: 'x' } }],
  ['a second member', { metadata: {}, more: 1 }],
])('a request may contain %s', (_, body) => {
  expect(isRequestBody(body)).toBe(true);
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
])('a request must not contain %s', (_, body) => {
  expect(isRequestBody(body)).toBe(false);
});

test('a response has strings as values, and no member other than the map', () => {
  expect(isResponseBody({ metadata: { a: '1' } })).toBe(true);
  expect(isResponseBody({ metadata: { a: 1 } })).toBe(false);
  expect(isResponseBody({ metadata: {}, more: 1 })).toBe(false);
});

test.each([
  ['badRequest', 400],
  ['itemNotFound', 404],
  ['conflictingRequest', 409],
  ['overLimit', 413],
  ['overLimit', 429],
  ['computeFault', 406],
  ['computeFault', 500],
])("an error is Nova's envelope: %s for %d", (name, code) => {
  expect(isNovaErrorBody({ [name]: { code, message: 'no', retryAfter: 1 } })).toBe(true);
});

test.each([
  ['no envelope', { error: 'no' }],
  ['another name', { error: { code: 404, message: '' } }],
  ['the name of another status', { badRequest: { code: 404, message: '' } }],
  ['the name of what has none, for a status that has one', { computeFault: { code: 404, message: '' } }],
  ['a message that is no text', { badRequest: { code: 400, message: {} } }],
  ['two errors', { badRequest: { code: 400, message: '' }, computeFault: { code: 500, message: '' } }],
])("an error with %s is not Nova's", (_, body) => {
  expect(isNovaErrorBody(body)).toBe(false);
});
