import type { Evidence } from '../../contracts/evidence/events';
import { RequestCounts } from './request-counts';

const request = (check: string) => ({ kind: 'exchange', exchange: { check } }) as Evidence;
const input = (check: string) => ({ kind: 'trial', check }) as Evidence;
const ended = (id: string, check: string, outcome = 'passed') =>
  ({ kind: 'check', id, check, ended: { outcome } }) as Evidence;

test('requests of a check are those under one version, those of a property are for one input', () => {
  const counts = new RequestCounts();
  const name = 'KEY-02/any-legal-key';
  for (const evidence of [
    ...['inspection', 'KEY-01/one v2', 'KEY-01/one v2', 'KEY-01/one v2.1', 'KEY-01/one v2.1'].map(request),
    ended('KEY-01/one', 'KEY-01/one v2'),
    ended('KEY-01/one', 'KEY-01/one v2.1'),
    ...[name, name, name].map(request),
    ...[name, name].map(input),
    ended(name, name),
    ended('KEY-03/left-out', 'KEY-03/left-out v2', 'not run'),
    request('restore'),
  ])
    counts.add(evidence);
  expect(counts.costs).toEqual({ overhead: 2, checks: { 'KEY-01/one': 2, 'KEY-02/any-legal-key': 1.5 } });
});
