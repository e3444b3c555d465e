import { responseViolations } from './prism';

test('violations of the response count, violations of the request do not', () => {
  const violations = [
    { location: ['request', 'body', 'metadata'], message: 'Request body must not be so' },
    { location: ['response', 'body'], message: 'Response body must be object' },
  ];
  const headers = new Headers({ 'sl-violations': JSON.stringify(violations) });
  expect(responseViolations({ status: 200, headers })).toEqual(['200, body Response body must be object']);
  expect(responseViolations({ status: 200, headers: new Headers() })).toEqual([]);
});
