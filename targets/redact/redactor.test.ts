import { randomBytes } from 'node:crypto';
import { createRedactor } from './redactor';

// A limit for a busy machine.
jest.setTimeout(60_000);

const own = 'gAAAA+b/c"d\\e==';
const clean = createRedactor({ own, other: 'the-other-token' });

test.each([
  ['as it is', own],
  ['as JSON', JSON.stringify(own).slice(1, -1)],
  ['as JSON in JSON', JSON.stringify(JSON.stringify(own).slice(1, -1)).slice(1, -1)],
  ['as JSON of an encoder that escapes more', 'gAAAA\\u002bb\\/c\\u0022d\\u005Ce\\u003D='],
  ['in a URL', encodeURIComponent(own)],
  ['in a URL with small digits', encodeURIComponent(own).toLowerCase().replace('gaaaa', 'gAAAA')],
  ['as HTML', own.replace('"', '&quot;').replace('+', '&#x2B;').replace('=', '&#061;')],
  ['as JSON in a URL', encodeURIComponent(JSON.stringify(own).slice(1, -1))],
  ['as JSON in HTML in a URL', encodeURIComponent(JSON.stringify(own).slice(1, -1).replaceAll('"', '&quot;'))],
  ['in hexadecimal digits', Buffer.from(own).toString('hex')],
  ['in Base64', Buffer.from(own).toString('base64')],
  ['in Base64 for URLs', Buffer.from(own).toString('base64url')],
])('a token is replaced %s', (_, spelled) => {
  expect(clean.text(`<${spelled}>`)).toBe('<$TOKEN>');
  expect(clean.bytes(Buffer.from(`<${spelled}>`)).toString()).toBe('<$TOKEN>');
});

test('a text that only resembles a token stays unchanged', () => {
  const text = 'hAAAA+b/c"d\\e== gAAAA+b/c';
  expect(clean.text(text)).toBe(text);
});

test('an altered token is replaced by the placeholder of the change', () => {
  expect(clean.text(`<${own.slice(0, -4)}>`)).toBe(`<\${TOKEN%????}>`);
  expect(createRedactor({ own: 'a-token-of-mine' }).text('<A-TOKEN-OF-MINE>')).toBe(`<\${TOKEN~~}>`);
});

test('bytes that are not text stay unchanged', () => {
  const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x80]);
  expect(clean.bytes(bytes)).toEqual(bytes);
  const mixed = Buffer.concat([bytes, Buffer.from('the-other-token'), bytes]);
  expect(clean.bytes(mixed).subarray(0, 4)).toEqual(bytes);
  expect(clean.bytes(mixed).subarray(-4)).toEqual(bytes);
  expect(clean.bytes(mixed).includes('the-other-token')).toBe(false);
});

test('every text in a value is redacted, names included, and the rest stays unchanged', () => {
  const value = { [own]: [own, 1, { a: `x ${own} y` }], b: '\ud800' };
  const cleaned = clean.json(value);
  expect(JSON.stringify(cleaned)).not.toContain('gAAAA');
  expect(cleaned.b).toBe('\ud800');
});

test('a token that is too short to be found in text is replaced as a header', () => {
  const short = createRedactor({ own: 'abc' });
  expect(short.header('abc')).not.toBe('abc');
  expect(short.text('abcde')).toBe('abcde');
});

test('all earlier tokens are replaced, and a password that is not a common word', () => {
  const all = createRedactor({ own: ['first-token-1', 'second-token-2'], hidden: ['Secret-4711', 'metadata'] });
  expect(all.text('first-token-1 second-token-2 Secret-4711 metadata')).toBe('$TOKEN $TOKEN $SECRET metadata');
});

test.each([
  ['after a user', 'user:', ''],
  ['in a longer text', 'a text that holds ', ' and goes on'],
  ['at another place of it', 'texts that hold ', ' and go on'],
])('a token is replaced in the Base64 of a text %s', (_, before, after) => {
  for (const encoding of ['base64', 'base64url'] as const) {
    const cleaned = clean.text(Buffer.from(before + own + after).toString(encoding));
    const [head = '', tail = ''] = cleaned.split('$TOKEN');
    const left = Buffer.from(head, 'base64').toString('latin1') + Buffer.from(tail, 'base64').toString('latin1');
    expect(cleaned).toContain('$TOKEN');
    expect(left).not.toMatch(/gA|==/);
    expect(cleaned.length).toBeLessThan((before + after).length * 2 + 10);
  }
});

test('a token is replaced in Base64 that is escaped', () => {
  const spelled = Buffer.from(own).toString('base64').replaceAll('+', '%2B').replaceAll('=', '\\u003d');
  expect(clean.text(`<${spelled}>`)).toBe('<$TOKEN>');
});

test('a password of any characters is replaced, as it is, escaped or encoded', () => {
  const password = 'pässwörd mit ü';
  const { text, bytes } = createRedactor({ own: [], hidden: [password] });
  const inUrl = encodeURIComponent(password);
  const asJson = password.replace('ä', '\\u00e4').replace('ü', '\\u00FC');
  const asHtml = password.replace('ä', '&#228;').replace('ö', '&#xf6;');
  const inBase64 = Buffer.from(password).toString('base64');
  for (const spelled of [password, inUrl, inUrl.replaceAll('%20', '+'), asJson, asHtml, inBase64]) {
    expect(text(`<${spelled}>`)).toBe('<$SECRET>');
    expect(bytes(Buffer.from(`<${spelled}>`)).toString()).toBe('<$SECRET>');
  }
});

test('the replacement of a secret that ends in a backslash changes nothing after it', () => {
  const { json, text } = createRedactor({ own: [], hidden: ['ends-so\\'] });
  expect(json({ a: 'ends-so\\', b: ['x'] })).toEqual({ a: '$SECRET', b: ['x'] });
  expect(JSON.parse(text('{"a":"ends-so\\\\"}'))).toEqual({ a: '$SECRET' });
});

test('a password of letters only is replaced if it is longer than a word', () => {
  const { text } = createRedactor({ own: [], hidden: ['correcthorsebatterystaple', 'authentication'] });
  expect(text('correcthorsebatterystaple authentication')).toBe('$SECRET authentication');
});

test.each([1, 5, 16, 64])('a token of %i KB is replaced in any encoding, and no text without it takes long', (size) => {
  const token = randomBytes(size * 1_024)
    .toString('base64')
    .slice(0, size * 1_024);
  const long = createRedactor({ own: token, other: [...token].reverse().join('') });
  const unicode = [...token].map((each) => `\\u00${each.charCodeAt(0).toString(16)}`).join('');
  const spellings = [token, unicode, encodeURIComponent(token), Buffer.from(`user:${token}`).toString('base64')];
  for (const spelled of spellings) {
    const cleaned = long.text(`<${spelled}>`);
    expect(cleaned).toContain('$TOKEN');
    expect(cleaned.length).toBeLessThan(20);
  }
  const body = Buffer.from(JSON.stringify({ text: randomBytes(75_000).toString('base64') }));
  const escaped = Buffer.from(JSON.stringify({ text: '"\n'.repeat(100) + body.toString() }));
  const began = performance.now();
  for (let count = 0; count < 100; count += 1) for (const each of [body, escaped]) expect(long.bytes(each)).toBe(each);
  // 0.5 s on a quiet machine.
  expect(performance.now() - began).toBeLessThan(10_000);
});
