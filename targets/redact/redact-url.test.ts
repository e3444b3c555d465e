import fc from 'fast-check';
import { redactUrl, redactUrlsInText, secretsInUrl } from './redact-url';

const password = 'p/w?4#7@x';

test.each([
  ['https://ecs.example.com/compute', 'https://ecs.example.com/compute'],
  ['http://user:PW-4711@host/path', 'http://$SECRET@host/path'],
  ['http://token-as-a-user@host', 'http://$SECRET@host'],
  [`http://user:${password}@host/`, 'http://$SECRET@host/'],
  ['https://host/hook?token=PW-4711', 'https://host/hook?…'],
  ['user:PW-4711@host', 'user:$SECRET@host'],
  ['no URL at all', 'no URL at all'],
])('%s is shown as %s', (url, shown) => {
  expect(redactUrl(url)).toBe(shown);
});

test('of any text that is given as a URL, only the scheme is shown before the last @', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.constantFrom('http://', 'https://', 'socks5://', 'http:/', ''), text, (scheme, secret) => {
      fc.pre(!secret.includes('@') && !/^[a-z][a-z0-9+.-]*:/i.test(secret) && !secret.startsWith('/'));
      expect(redactUrl(`${scheme}${secret}@host`)).toBe(`${scheme}$SECRET@host`);
    }),
  );
});

test('passwords of URLs within a text are replaced, and other texts stay', () => {
  expect(redactUrlsInText('at "http://a:b@c/d" and (https://e@f) or amqp://g:h@i')).toBe(
    'at "http://$SECRET@c/d" and (https://$SECRET@f) or amqp://$SECRET@i',
  );
  const without = 'see https://host/users/@me, or mail to a@b.example: "x": 1@2';
  expect(redactUrlsInText(without)).toBe(without);
});

test('a password of a URL is a secret as written and unescaped', () => {
  expect(secretsInUrl('http://user:pass%20word@host/@x')).toEqual(['pass%20word', 'pass word']);
  expect(secretsInUrl('http://only-a-token@host')).toEqual(['only-a-token']);
  expect(secretsInUrl('http://user:100%@host')).toEqual(['100%']);
  expect(secretsInUrl(`http://user:${password}@host`)).toEqual([password]);
  expect(secretsInUrl('http://host/users/@me')).toEqual([]);
  expect(secretsInUrl('a@b.example')).toEqual([]);
});
