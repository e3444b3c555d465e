import { redactor } from './redactor';

const own = 'gAAAA+b/c"d\\e==';
const clean = redactor({ own, other: 'the-other-token' });

test.each([
  ['as it is', own],
  ['as JSON', JSON.stringify(own).slice(1, -1)],
  ['as JSON in JSON', JSON.stringify(JSON.stringify(own).slice(1, -1)).slice(1, -1)],
  ['as JSON of an encoder that escapes more', 'gAAAA\\u002bb\\/c\\u0022d\\u005Ce\\u003D='],
  ['in a URL', encodeURIComponent(own)],
  ['in a URL with small digits', encodeURIComponent(own).toLowerCase().replace('gaaaa', 'gAAAA')],
  ['in Base64', Buffer.from(own).toString('base64')],
  ['in Base64 for URLs', Buffer.from(own).toString('base64url')],
])('a token is replaced %s', (_, spelled) => {
  expect(clean.text(`<${spelled}>`)).toBe('<$TOKEN>');
  expect(clean.bytes(Buffer.from(`<${spelled}>`)).toString()).toBe('<$TOKEN>');
});

test('what only resembles a token stays as it is', () => {
  const text = 'hAAAA+b/c"d\\e== gAAAA+b/c';
  expect(clean.text(text)).toBe(text);
});

test('a token that is changed a little is replaced by what shows the change', () => {
  expect(clean.text(`<${own.slice(0, -4)}>`)).toBe(`<\${TOKEN%????}>`);
  expect(redactor({ own: 'a-token-of-mine' }).text('<A-TOKEN-OF-MINE>')).toBe(`<\${TOKEN~~}>`);
});

test('bytes that are no text survive', () => {
  const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x80]);
  expect(clean.bytes(bytes)).toEqual(bytes);
  const mixed = Buffer.concat([bytes, Buffer.from('the-other-token'), bytes]);
  expect(clean.bytes(mixed).subarray(0, 4)).toEqual(bytes);
  expect(clean.bytes(mixed).subarray(-4)).toEqual(bytes);
  expect(clean.bytes(mixed).includes('the-other-token')).toBe(false);
});

test('every text in a value is cleaned, names included, and the rest is left alone', () => {
  const value = { [own]: [own, 1, { a: `x ${own} y` }], b: '\ud800' };
  const cleaned = clean.json(value);
  expect(JSON.stringify(cleaned)).not.toContain('gAAAA');
  expect(cleaned.b).toBe('\ud800');
});

test('a token that is too short to be found in text is replaced as a header', () => {
  const short = redactor({ own: 'abc' });
  expect(short.header('abc')).not.toBe('abc');
  expect(short.text('abcde')).toBe('abcde');
});

test('every token that there was is replaced, and a password that is no mere word', () => {
  const all = redactor({ own: ['first-token-1', 'second-token-2'], hidden: ['Secret-4711', 'metadata'] });
  expect(all.text('first-token-1 second-token-2 Secret-4711 metadata')).toBe('$TOKEN $TOKEN $SECRET metadata');
});
