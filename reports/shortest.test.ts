import type { ClauseId } from '../contracts/clauses';
import type { Counterexample } from '../contracts/evidence/events';
import { ecs } from '../contracts/profiles/ecs';
import { Collector } from './collector';
import { summarize } from './summarize';
import { type Failing, failing } from './testing/failing-check';
import type { ClauseResult } from './verdict';
import { nothingWaived } from './waivers';

function collected(...checks: readonly Failing[]): Collector {
  const collector = new Collector();
  for (const evidence of checks.flatMap(failing)) collector.add(evidence);
  return collector;
}

function resultOf(collector: Collector, clause: ClauseId): ClauseResult | undefined {
  const { clauses } = summarize(collector, { profile: ecs, strict: false, waived: nothingWaived });
  return clauses.find((each) => each.clause === clause);
}

const checksOf = (collector: Collector, clause: ClauseId) =>
  resultOf(collector, clause)?.failures.map(({ check }) => check);

const sometimes: Counterexample = { input: 'x', shown: 2, of: 6, requests: 1 };
const large = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`k${index}`, '😀'.repeat(255)]));

test('the example shown is of a check of the clause itself, and the smallest of those', () => {
  const collector = collected(
    { clause: 'VALUE-03', suspects: ['VALUE-06'], check: 'of another, small', sent: { a: '😀' } },
    { clause: 'VALUE-06', check: 'large', sent: large },
    { clause: 'VALUE-06', check: 'small', sent: { a: '😀' } },
    { clause: 'VALUE-06', check: 'after others', sent: { a: '😀' }, before: 3 },
    { clause: 'VALUE-06', check: 'sometimes', sent: {}, counterexample: sometimes },
  );
  expect(checksOf(collector, 'VALUE-06')).toEqual(['small', 'large', 'after others']);
});

test('of one check one failure is shown', () => {
  const collector = collected(
    { clause: 'VALUE-06', check: 'one', sent: { a: '😀' } },
    { clause: 'VALUE-06', check: 'other', sent: large },
  );
  expect(checksOf(collector, 'VALUE-06')).toEqual(['one', 'other']);
  expect(resultOf(collector, 'VALUE-06')?.broken).toBe(2);
});

test('what never shows every time comes last', () => {
  const collector = collected(
    { clause: 'VALUE-06', check: 'sometimes', sent: {}, counterexample: sometimes },
    { clause: 'VALUE-03', suspects: ['VALUE-06'], check: 'always', sent: large },
  );
  expect(checksOf(collector, 'VALUE-06')).toEqual(['always', 'sometimes']);
});

test('the smallest is found among very many, for each clause', () => {
  const many = Array.from({ length: 500 }, (_, index) => index);
  const collector = collected(
    ...many.map((index): Failing => ({ clause: 'VALUE-06', check: `large ${index}`, sent: large })),
    { clause: 'VALUE-06', check: 'small', sent: { a: '😀' } },
    ...many.map((index): Failing => ({ clause: 'KEY-04', check: `key ${index}`, sent: { a: '12' }, before: 2 })),
    { clause: 'KEY-04', check: 'small key', sent: { a: '1' } },
  );
  expect(checksOf(collector, 'VALUE-06')?.[0]).toBe('small');
  expect(checksOf(collector, 'KEY-04')?.[0]).toBe('small key');
  expect(resultOf(collector, 'VALUE-06')?.broken).toBe(501);
});

test('memory is bounded, and every clause keeps an example', () => {
  const clauses = ['KEY-01', 'KEY-02', 'KEY-03', 'KEY-04', 'KEY-05', 'VALUE-01', 'VALUE-02', 'VALUE-03'] as const;
  const huge = { a: 'x'.repeat(1_800_000) };
  const collector = collected(
    ...clauses.flatMap((clause) => [1, 2, 3].map((count) => ({ clause, check: `${clause} ${count}`, sent: huge }))),
  );
  const failures = clauses.flatMap((clause) => resultOf(collector, clause)?.failures ?? []);
  const held = failures.filter(({ exchanges }) => exchanges.length > 0).map(({ check }) => check.slice(0, -2));
  expect(new Set(held).size).toBe(clauses.length);
  // Of 24 with 1.8 million characters each.
  expect(held.length).toBe(17);
});

test('what is too large to be held fails all the same', () => {
  const collector = collected({ clause: 'VALUE-06', check: 'huge', sent: { a: 'x'.repeat(3_000_000) } });
  expect(resultOf(collector, 'VALUE-06')).toMatchObject({ verdict: 'failed', failures: [{ exchanges: [] }] });
});

test('the whole scene of a failure stays at hand', () => {
  const collector = collected({ clause: 'KEY-04', check: 'refused first', sent: { a: '1' }, before: 5 });
  const [failure] = resultOf(collector, 'KEY-04')?.failures ?? [];
  expect(failure?.exchanges.length).toBe(1);
  expect(collector.shortest.wholeOf(failure?.exchange ?? 0)?.exchanges.length).toBe(11);
  expect(collector.shortest.wholeOf(0)).toBeUndefined();
});

test('a clause that does not bind shows no failures', () => {
  const collector = collected({ clause: 'REPLACE-09', check: 'updated', sent: { a: '1' } });
  expect(resultOf(collector, 'REPLACE-09')).toMatchObject({ verdict: 'not applicable', broken: 1, failures: [] });
});
