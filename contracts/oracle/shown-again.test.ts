import type { RecordedRequest } from '../http/exchange';
import type { Finding } from './finding';
import { isShownAgain } from './shown-again';

const request: RecordedRequest = {
  method: 'PUT',
  path: '/v2.1/p/servers/s/metadata',
  headers: {},
  body: { text: '{}' },
};
const violation = { clause: 'ANSWER-01', expected: 'status 200', observed: 'status 403', request } as const;
const refused: Finding = { ...violation, outcome: 'violated', candidates: ['QUOTA-04'] };

test('a violation shows again if its clause is a candidate, whatever the request', () => {
  const findings: Finding[] = [{ ...refused, candidates: ['QUOTA-04', 'ANSWER-01'], observed: 'status 500' }];
  expect(isShownAgain(violation, [{ request: { ...request, method: 'GET' }, findings }])).toBe(true);
});

test('a violation shows again if the same request shows the same, whatever its candidates', () => {
  expect(isShownAgain(violation, [{ request: { ...request }, findings: [refused] }])).toBe(true);
});

test.each<[string, Partial<RecordedRequest>, Finding]>([
  ['another response', {}, { ...refused, observed: 'status 500' }],
  ['another expectation', {}, { ...refused, expected: 'status 400' }],
  ['another method', { method: 'POST' }, refused],
  ['another path', { path: '/v2/p/servers/s/metadata' }, refused],
  ['another body', { body: { text: '{"metadata":{}}' } }, refused],
  ['a clause that is satisfied', {}, { outcome: 'satisfied', clause: 'ANSWER-01' }],
])('%s does not show it', (_, other, finding) => {
  expect(isShownAgain(violation, [{ request: { ...request, ...other }, findings: [finding] }])).toBe(false);
});
