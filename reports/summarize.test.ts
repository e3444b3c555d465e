import type { CheckEnded, RunBegan } from '../contracts/evidence';
import type { Subject } from '../contracts/oracle/state';
import { ecs } from '../contracts/profiles/ecs';
import { Collector } from './collector';
import { summarize } from './summarize';
import { nothingWaived } from './waivers';

const reason = 'the target has no limit';

/** A run in which no check about the limit could be tested. */
function verdicts(quota: Subject['quota']): Record<string, unknown> {
  const collector = new Collector();
  const subject: Subject = { projectId: 'p', quota, servers: [] };
  const run: RunBegan = { kind: 'run', target: 't', profile: 'ecs', subject, effort: 'quick', seed: 1, latency: 1 };
  const check = (clause: CheckEnded['clause']): CheckEnded => ({
    kind: 'check',
    check: clause,
    suite: 'quota',
    clause,
    title: clause,
    version: 'v2',
    ended: { outcome: 'not tested', reason, trouble: false },
  });
  for (const evidence of [run, check('QUOTA-02'), check('QUOTA-03')]) collector.add(evidence);
  const { clauses } = summarize(collector, { profile: ecs, strict: false, waived: nothingWaived });
  return Object.fromEntries(
    clauses.flatMap(({ clause, verdict, reason }) =>
      /^QUOTA-0[23]$/.test(clause) ? [[clause, [verdict, reason]]] : [],
    ),
  );
}

test.each(['asked', 'declared'] as const)(
  'what is about a limit does not apply to a target without one (%s)',
  (source) => {
    expect(verdicts({ limit: -1, source })).toEqual({
      'QUOTA-02': ['not tested', reason],
      'QUOTA-03': ['not applicable', reason],
    });
  },
);

test('it is not tested where the limit is only assumed, or there is one', () => {
  const untested = { 'QUOTA-02': ['not tested', reason], 'QUOTA-03': ['not tested', reason] };
  expect(verdicts({ limit: -1, source: 'assumed' })).toEqual(untested);
  expect(verdicts({ limit: 128, source: 'asked' })).toEqual(untested);
});
