import { causeOf, parseRequest } from './implementations';

test('a release is named after the implementation', () => {
  expect(parseRequest('nova@34')).toMatchObject({ release: '34', implementation: { product: 'OpenStack Nova' } });
  expect(parseRequest('mimic')).toMatchObject({ implementation: { product: 'mimic' } });
});

test.each(['nova', 'nova@12', 'mimic@1', 'toString'])('%s is refused with the names that are known', (text) => {
  expect(() => parseRequest(text)).toThrow(`"${text}" is no implementation: name one of embedded, nova@27,`);
});

test('a cause holds for the releases and the deployment that it names', () => {
  expect(causeOf('OpenStack Nova 32.2.1', 'KEY-05')).toBeUndefined();
  expect(causeOf('OpenStack Nova 33.0.2', 'KEY-05')?.sentence).toMatch(/^Under \/v2 /);
  expect(causeOf('OpenStack Nova 34.0.0', 'VALUE-06')).toBeUndefined();
  expect(causeOf('OpenStack Nova 26.2.2, uwsgi', 'VALUE-06')?.sentence).toMatch(/MySQL/);
  expect(causeOf('another 1.0', 'KEY-05')).toBeUndefined();
});
