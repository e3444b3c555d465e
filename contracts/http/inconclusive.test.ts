import { isCorruptResponse } from './inconclusive';

const path = '/v2.1/p/servers/s/metadata';
const garbled = (method: string, status: number, type: string, text: string, at = path) =>
  isCorruptResponse({
    request: { method, path: at, headers: {}, body: { text: '' } },
    response: { status, headers: type === '' ? {} : { 'content-type': type }, body: { text } },
  });

test.each<[string, Parameters<typeof garbled>, boolean]>([
  ['the whole map', ['PUT', 200, 'application/json', '{"metadata": {}}'], false],
  ['half of it', ['PUT', 200, 'application/json', '{"metad'], true],
  ['half of it without a type', ['GET', 200, '', '{"metad'], true],
  ['nothing, with 200', ['GET', 200, 'application/json', ''], true],
  ['nothing, with 204', ['PUT', 204, '', ''], false],
  ['a web page', ['PUT', 200, 'text/html', '<p>'], true],
  ['the whole map as a web page', ['GET', 200, 'text/html', '{"metadata": {}}'], false],
  ['an error as a web page', ['PUT', 400, 'text/html; charset=utf-8', '{"badRequest": {"code": 400}}'], false],
  ['half of the map as a web page', ['GET', 200, 'text/html', '{"metad'], true],
  ['a web page that says it is JSON', ['GET', 403, 'application/json', '  <!DOCTYPE html>'], true],
  ['a web page about what is not served', ['DELETE', 404, 'text/html', '<p>'], false],
  ['a web page about a slash too many', ['PUT', 404, 'text/html', '<p>', `${path}/`], false],
  ['half an error', ['PUT', 400, 'application/json', '{"badReq'], true],
  ['an error in plain text', ['PUT', 413, 'text/plain', 'too large'], false],
  ['an error without a body', ['PUT', 401, 'application/json', ''], false],
  [
    'JSON that nobody can read, as deep as it is',
    ['PUT', 200, 'application/json', `{"a": ${'['.repeat(9_999)}`],
    false,
  ],
  ['an action that is taken', ['POST', 202, '', ''], false],
])('%s', (_, said, expected) => {
  expect(garbled(...said)).toBe(expected);
});
