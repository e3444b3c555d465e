import type { Finding } from '../../contracts/oracle/finding';
import { Confirmations, describeConfirmation } from './confirmation';

const broken: Finding = {
  outcome: 'violated',
  candidates: ['KEY-05', 'ANSWER-01'],
  expected: 'status 400',
  observed: 'status 200',
};
const ended = {
  kind: 'reproduction',
  check: 'reproduction KEY-05',
  clause: 'KEY-05',
  exchange: 7,
  isWhole: false,
} as const;

test('a failure is confirmed each time the oracle finds its clause violated again', () => {
  const reproductions = new Confirmations();
  for (const findings of [[broken], [], [broken]]) reproductions.add(ended, findings);
  reproductions.add({ ...ended, clause: 'KEY-06' }, [broken]);
  expect(reproductions.of('KEY-05', 7, false)).toEqual({ shown: 2, of: 3 });
  expect(reproductions.of('KEY-06', 7, false)).toEqual({ shown: 0, of: 1 });
  expect(reproductions.of('KEY-05', 7, true)).toBeUndefined();
});

test('a failure that did not show again is reported so', () => {
  expect(describeConfirmation({ shown: 3, of: 3 })).toMatch(/^confirmed: .* 3 of 3 times$/);
  expect(describeConfirmation({ shown: 0, of: 1 })).toMatch(/^not confirmed: .* 0 of 1 time$/);
});
