import type { RecordedRequest } from '../../contracts/http/exchange';
import type { Finding } from '../../contracts/oracle/finding';
import { Confirmations, describeConfirmation } from './confirmation';

const expectation = { expected: 'status 400', observed: 'status 200' };
const broken: Finding = { outcome: 'violated', candidates: ['KEY-05', 'ANSWER-01'], ...expectation };
const request: RecordedRequest = { method: 'PUT', path: '/v2.1/p/servers/s/metadata', headers: {}, body: { text: '' } };
const ended = {
  kind: 'reproduction',
  check: 'reproduction KEY-05',
  clause: 'KEY-05',
  exchange: 7,
  isWhole: false,
} as const;
const violation = { clause: 'KEY-05', ...expectation, exchange: 7, request } as const;

test('a failure is confirmed each time the requests show its violation again', () => {
  const reproductions = new Confirmations();
  for (const findings of [[broken], [], [broken]]) reproductions.add(ended, [{ request, findings }]);
  reproductions.add({ ...ended, clause: 'KEY-06' }, [{ request, findings: [{ ...broken, observed: 'status 201' }] }]);
  expect(reproductions.of(violation, false)).toEqual({ shown: 2, of: 3 });
  expect(reproductions.of({ ...violation, clause: 'KEY-06' }, false)).toEqual({ shown: 0, of: 1 });
  expect(reproductions.of(violation, true)).toBeUndefined();
});

test('a failure that shows again with other candidates is confirmed', () => {
  const reproductions = new Confirmations();
  reproductions.add(ended, [{ request, findings: [{ ...broken, candidates: ['KEY-06'] }] }]);
  expect(reproductions.of(violation, false)).toEqual({ shown: 1, of: 1 });
});

test('a failure that did not show again counts, and its sentence names the clause', () => {
  expect(describeConfirmation('KEY-05', { shown: 3, of: 3 })).toMatch(/^confirmed: .* 3 of 3 times$/);
  expect(describeConfirmation('KEY-05', { shown: 0, of: 1 })).toMatch(
    / failed 0 of 1 time; KEY-05 failed in the run itself, and that counts$/,
  );
});
