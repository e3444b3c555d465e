import type { ClauseId } from '../contracts/clauses';
import { ecs } from '../contracts/profiles/ecs';
import { Collector } from './collector';
import { summarize } from './summarize';
import { type Failing, failing } from './testing/failing-check';
import { nothingWaived } from './waivers';

function reasonFor(wanted: ClauseId, ...checks: Omit<Failing, 'sent'>[]): string | undefined {
  const collector = new Collector();
  for (const check of checks) for (const evidence of failing({ ...check, sent: {} })) collector.add(evidence);
  const { clauses } = summarize(collector, { profile: ecs, strict: false, waived: nothingWaived });
  return clauses.find(({ clause }) => clause === wanted)?.reason;
}

const text = { clause: 'VALUE-03', check: 'gives back any text' } as const;

test('a check is hindered by the clause that is blamed, not by the first one that is suspected', () => {
  const check = { clause: 'VALUE-06', suspects: ['QUOTA-02', 'VALUE-03'], check: 'stores every character' } as const;
  expect(reasonFor('VALUE-06', text, check)).toBe('hindered by VALUE-03');
});

test('no clause is hindered by itself', () => {
  const check = { clause: 'QUOTA-02', suspects: ['QUOTA-02', 'VALUE-03'], check: 'takes a full map' } as const;
  expect(reasonFor('QUOTA-02', text, check)).toBe('hindered by VALUE-03');
});
