import type { ClauseId } from '../../contracts/clauses';
import {
  type Counterexample,
  type Evidence,
  evidenceFormat,
  type PreflightEnded,
  type RunStarted,
} from '../../contracts/evidence/events';
import type { Subject } from '../../contracts/oracle/model';
import { ecs } from '../../contracts/profiles/ecs';
import { Collector } from '../collector/collector';
import type { ClauseResult, Summary } from '../result/result';
import {
  type FailingCheck,
  makeEndedCheck,
  makeFailingCheck,
  notApplicable,
  notRun,
  notTested,
  passed,
  stopped,
} from '../testing/check-records';
import { aggregate } from './aggregate';
import { noWaivers, type Waivers } from './waivers';

const subject: Subject = { projectId: 'p', quota: { limit: 128, source: 'assumed' }, servers: [] };
const run: RunStarted = {
  kind: 'run',
  format: evidenceFormat,
  target: 't',
  profile: 'ecs',
  subject,
  effort: 'quick',
  seed: 1,
  latency: 1,
};
const preflight: PreflightEnded = {
  kind: 'preflight',
  versions: ['v2.1'],
  missing: [{ need: 'second-project', reason: 'none was named' }],
  quota: { limit: 200, source: 'probed' },
  announced: 100,
  most: 150,
};

function summaryOf(evidence: readonly Evidence[], waived: Waivers = noWaivers): Summary & { collector: Collector } {
  const collector = new Collector();
  for (const each of [run, ...evidence]) collector.add(each);
  return { ...aggregate(collector, { profile: ecs, strict: false, waived }), collector };
}

const clauseOf = ({ clauses }: Summary, id: string) => clauses.find(({ clause }) => clause === id);

test('a clause without evidence is not tested; a clause without a subject is not applicable', () => {
  const reason = 'the target has no limit';
  const summary = summaryOf([
    makeEndedCheck('QUOTA-02', notTested(reason)),
    makeEndedCheck('QUOTA-03', notApplicable(reason)),
  ]);
  expect(clauseOf(summary, 'QUOTA-02')).toMatchObject({ verdict: 'not tested', reason });
  expect(clauseOf(summary, 'QUOTA-03')).toMatchObject({ verdict: 'not applicable', reason });
});

test('a check that passes without evidence is not a defect of the suite: the clause is not tested', () => {
  const summary = summaryOf([makeEndedCheck('KEY-06', passed)]);
  expect(summary.defects).toEqual([]);
  expect(clauseOf(summary, 'KEY-06')).toMatchObject({
    verdict: 'not tested',
    reason: 'no exchange shows the clause',
    checks: { run: 0, notTested: 1, notRun: 0 },
  });
  expect(summary.verdict).toBe('incomplete');
});

test('the cost of a missing capability is reported once, and for each clause', () => {
  const left = ['ACCESS-06', 'ISOLATION-02', 'ISOLATION-02'] as const;
  const evidence = [preflight, ...left.map((clause) => makeEndedCheck(clause, notRun('second-project')))];
  const summary = summaryOf(evidence);
  expect(summary.missing).toMatchObject([{ capability: 'second-project', checks: 3, isBinding: true, waived: false }]);
  expect(clauseOf(summary, 'ISOLATION-02')).toMatchObject({
    verdict: 'not tested',
    reason: 'it needs a second project',
    waived: false,
    checks: { run: 0, notTested: 0, notRun: 2 },
  });
  expect(summary.checks).toBe(0);
});

test('the waiver of a capability waives the clauses that lack nothing else', () => {
  const evidence = [preflight, makeEndedCheck('ISOLATION-02', notRun('second-project'))];
  const summary = summaryOf(evidence, { ...noWaivers, capabilities: new Set(['second-project']) });
  expect(summary.missing).toMatchObject([{ waived: true }]);
  expect(clauseOf(summary, 'ISOLATION-02')).toMatchObject({ verdict: 'not tested', waived: true });
});

test('a run that left checks out is partial: clauses without a check are named, and no capability blocks', () => {
  const evidence: readonly Evidence[] = [
    preflight,
    makeEndedCheck('QUOTA-03', notApplicable('the target has no limit')),
    makeEndedCheck('ISOLATION-02', notRun('second-project')),
    { kind: 'left out', checks: ['QUOTA-03/case-twins v2', 'KEY-05/slash v2', 'KEY-05/any-rejected-key'] },
  ];
  const summary = summaryOf(evidence);
  expect(summary.verdict).toBe('no failure found');
  expect(summary.leftOut).toMatchObject({ checks: 3, clauses: expect.arrayContaining(['KEY-05', 'ISOLATION-02']) });
  expect(summary.leftOut?.clauses).not.toContain('QUOTA-03');
  expect(clauseOf(summary, 'KEY-05')).toBeUndefined();
  expect(clauseOf(summary, 'QUOTA-03')).toMatchObject({ checks: { run: 0, notTested: 0, notRun: 1 } });
  expect(summary.missing).toMatchObject([{ capability: 'second-project', isBinding: false }]);
});

test('the quota of the result is that of the preflight', () => {
  expect(summaryOf([]).collector.quota).toEqual(subject.quota);
  expect(summaryOf([preflight]).collector.quota).toEqual(preflight.quota);
});

function reasonFor(wanted: ClauseId, ...checks: Omit<FailingCheck, 'sent'>[]): string | undefined {
  const collector = new Collector();
  for (const check of checks) for (const evidence of makeFailingCheck({ ...check, sent: {} })) collector.add(evidence);
  const { clauses } = aggregate(collector, { profile: ecs, strict: false, waived: noWaivers });
  return clauses.find(({ clause }) => clause === wanted)?.reason;
}

const text = { clause: 'VALUE-03', check: 'gives back any text' } as const;

test('the reason of an untested clause is the clause of the attribution, not the first candidate', () => {
  const check = { clause: 'VALUE-06', candidates: ['QUOTA-02', 'VALUE-03'], check: 'stores every character' } as const;
  expect(reasonFor('VALUE-06', text, check)).toBe('VALUE-03 failed in the same requests');
});

test('a clause is never the reason that it is not tested itself', () => {
  const check = { clause: 'QUOTA-02', candidates: ['QUOTA-02', 'VALUE-03'], check: 'takes a full map' } as const;
  expect(reasonFor('QUOTA-02', text, check)).toBe('VALUE-03 failed in the same requests');
});

const maskedBy = (wanted: ClauseId, ...evidence: readonly Evidence[]) => {
  const masking = makeFailingCheck({ clause: wanted, candidates: ['KEY-04'], check: 'masked', sent: {} });
  const collector = new Collector();
  for (const each of [...masking, ...evidence]) collector.add(each);
  return resultOf(collector, wanted)?.maskedBy;
};
const withFixture = (fixtureFailed: boolean): Evidence[] =>
  makeFailingCheck({ clause: 'VALUE-06', candidates: ['KEY-04'], check: 'fixture', sent: {} }).map((each) =>
    each.kind === 'check'
      ? { ...each, ended: { ...notTested('no fixture'), ...(fixtureFailed && { fixtureFailed: true as const }) } }
      : each,
  ) as Evidence[];

test('a clause is masked if the failures in the same requests are the only reason that it is not tested', () => {
  expect(maskedBy('VALUE-06')).toEqual(['KEY-04']);
  expect(maskedBy('VALUE-06', ...withFixture(true))).toEqual(['KEY-04']);
  expect(maskedBy('VALUE-06', ...withFixture(false))).toBeUndefined();
  expect(maskedBy('VALUE-06', makeEndedCheck('VALUE-06', passed))).toBeUndefined();
  expect(maskedBy('VALUE-06', makeEndedCheck('VALUE-06', stopped('it has stopped')))).toBeUndefined();
});

test('checks that the run stopped before are not counted, and their clauses say so', () => {
  const reason = 'it has stopped';
  const failing = makeFailingCheck({ clause: 'KEY-04', check: 'made', sent: {} });
  const never = [makeEndedCheck('KEY-01', stopped(reason)), makeEndedCheck('KEY-04', stopped(reason))];
  const summary = summaryOf([...failing, ...never]);
  expect(summary.checks).toBe(1);
  expect(clauseOf(summary, 'KEY-01')).toMatchObject({
    verdict: 'not tested',
    reason: 'not run: it has stopped',
    checks: { run: 0, notTested: 0, notRun: 1 },
  });
  expect(clauseOf(summary, 'KEY-04')).toMatchObject({
    verdict: 'failed',
    reason: '1 of 2 checks was not run: it has stopped',
    checks: { run: 1, notTested: 0, notRun: 1 },
  });
});

function collected(...checks: readonly FailingCheck[]): Collector {
  const collector = new Collector();
  for (const evidence of checks.flatMap(makeFailingCheck)) collector.add(evidence);
  return collector;
}

function resultOf(collector: Collector, clause: ClauseId): ClauseResult | undefined {
  const { clauses } = aggregate(collector, { profile: ecs, strict: false, waived: noWaivers });
  return clauses.find((each) => each.clause === clause);
}

const checksOf = (collector: Collector, clause: ClauseId) =>
  resultOf(collector, clause)?.failures.map(({ check }) => check);

const sometimes: Counterexample = { input: 'x', shown: 2, of: 6, requests: 1 };
const large = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`k${index}`, '😀'.repeat(255)]));

test('the failure shown is the smallest one of a check of the clause itself', () => {
  const collector = collected(
    { clause: 'VALUE-03', candidates: ['VALUE-06'], check: 'of another, small', sent: { a: '😀' } },
    { clause: 'VALUE-06', check: 'large', sent: large },
    { clause: 'VALUE-06', check: 'small', sent: { a: '😀' } },
    { clause: 'VALUE-06', check: 'after others', sent: { a: '😀' }, before: 3 },
    { clause: 'VALUE-06', check: 'sometimes', sent: {}, counterexample: sometimes },
  );
  expect(checksOf(collector, 'VALUE-06')).toEqual(['VALUE-06/small', 'VALUE-06/large', 'VALUE-06/after others']);
});

test('one failure is shown for each check', () => {
  const collector = collected(
    { clause: 'VALUE-06', check: 'one', sent: { a: '😀' } },
    { clause: 'VALUE-06', check: 'other', sent: large },
  );
  expect(checksOf(collector, 'VALUE-06')).toEqual(['VALUE-06/one', 'VALUE-06/other']);
  expect(resultOf(collector, 'VALUE-06')?.violated).toBe(2);
});

test('a failure that does not show every time comes last', () => {
  const collector = collected(
    { clause: 'VALUE-06', check: 'sometimes', sent: {}, counterexample: sometimes },
    { clause: 'VALUE-03', candidates: ['VALUE-06'], check: 'always', sent: large },
  );
  expect(checksOf(collector, 'VALUE-06')).toEqual(['VALUE-03/always', 'VALUE-06/sometimes']);
});

test('the smallest of very many failures is found, for each clause', () => {
  const many = Array.from({ length: 500 }, (_, index) => index);
  const collector = collected(
    ...many.map((index): FailingCheck => ({ clause: 'VALUE-06', check: `large ${index}`, sent: large })),
    { clause: 'VALUE-06', check: 'small', sent: { a: '😀' } },
    ...many.map((index): FailingCheck => ({ clause: 'KEY-04', check: `key ${index}`, sent: { a: '12' }, before: 2 })),
    { clause: 'KEY-04', check: 'small key', sent: { a: '1' } },
  );
  expect(checksOf(collector, 'VALUE-06')?.[0]).toBe('VALUE-06/small');
  expect(checksOf(collector, 'KEY-04')?.[0]).toBe('KEY-04/small key');
  expect(resultOf(collector, 'VALUE-06')?.violated).toBe(501);
});

test('memory is bounded, and every failed clause has a failure', () => {
  const clauses = ['KEY-01', 'KEY-02', 'KEY-03', 'KEY-04', 'KEY-05', 'VALUE-01', 'VALUE-02', 'VALUE-03'] as const;
  const huge = { a: 'x'.repeat(1_800_000) };
  const collector = collected(
    ...clauses.flatMap((clause) => [1, 2, 3].map((count) => ({ clause, check: `${clause} ${count}`, sent: huge }))),
  );
  const failures = clauses.flatMap((clause) => resultOf(collector, clause)?.failures ?? []);
  const checks = failures.filter(({ exchanges }) => exchanges.length > 0).map(({ check }) => check.slice(0, -2));
  expect(new Set(checks).size).toBe(clauses.length);
  // Of 24 failures with 1.8 million characters each, 17 fit into the memory limit.
  expect(checks.length).toBe(17);
});

test('a clause fails also if its failure is too large for the memory', () => {
  const collector = collected({ clause: 'VALUE-06', check: 'huge', sent: { a: 'x'.repeat(3_000_000) } });
  expect(resultOf(collector, 'VALUE-06')).toMatchObject({ verdict: 'failed', failures: [{ exchanges: [] }] });
});

test('all requests of a failure stay available', () => {
  const collector = collected({ clause: 'KEY-04', check: 'refused first', sent: { a: '1' }, before: 5 });
  const [failure] = resultOf(collector, 'KEY-04')?.failures ?? [];
  expect(failure?.exchanges.length).toBe(1);
  expect(collector.shortest.wholeOf(failure?.exchange ?? 0)?.exchanges.length).toBe(11);
  expect(collector.shortest.wholeOf(0)).toBeUndefined();
});

test('a clause that does not bind shows no failures', () => {
  const collector = collected({ clause: 'REPLACE-09', check: 'updated', sent: { a: '1' } });
  expect(resultOf(collector, 'REPLACE-09')).toMatchObject({ verdict: 'not applicable', violated: 1, failures: [] });
});
