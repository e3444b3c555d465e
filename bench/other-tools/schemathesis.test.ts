import { schemathesisFailures } from './schemathesis';

const report = { complete: true, failures: [], errors: [] };

test('a failure counts once for each operation', () => {
  const failures = [{ title: 'Undocumented HTTP status code', operations: ['PUT /v2/x', 'GET /v2/x'] }];
  expect(schemathesisFailures({ ...report, failures })).toEqual([
    'GET /v2/x: Undocumented HTTP status code',
    'PUT /v2/x: Undocumented HTTP status code',
  ]);
});

test('a run that is not complete has no report', () => {
  expect(() => schemathesisFailures({ ...report, complete: false })).toThrow(/not complete/);
  expect(() => schemathesisFailures({ ...report, errors: [{ title: 'Network Error' }] })).toThrow(/Network Error/);
});
