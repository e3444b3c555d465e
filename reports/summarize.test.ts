import type { Evidence, PreflightEnded, RunStarted } from '../contracts/evidence/events';
import type { Subject } from '../contracts/oracle/model';
import { ecs } from '../contracts/profiles/ecs';
import { Collector } from './collector';
import { summarize } from './summarize';
import { endedCheck, notApplicable, notRun, notTested, passed } from './testing/observed';
import type { Summary } from './verdict';
import { nothingWaived, type Waivers } from './waivers';

const subject: Subject = { projectId: 'p', quota: { limit: 128, source: 'assumed' }, servers: [] };
const run: RunStarted = { kind: 'run', target: 't', profile: 'ecs', subject, effort: 'quick', seed: 1, latency: 1 };
const preflight: PreflightEnded = {
  kind: 'preflight',
  versions: ['v2.1'],
  missing: [{ need: 'second-project', reason: 'none was named' }],
  quota: { limit: 200, source: 'probed' },
  announced: 100,
  most: 150,
};

function summaryOf(evidence: readonly Evidence[], waived: Waivers = nothingWaived): Summary & { collector: Collector } {
  const collector = new Collector();
  for (const each of [run, ...evidence]) collector.add(each);
  return { ...summarize(collector, { profile: ecs, strict: false, waived }), collector };
}

const clauseOf = ({ clauses }: Summary, id: string) => clauses.find(({ clause }) => clause === id);

test('a clause whose checks show nothing is not tested; one that has nothing to see does not apply', () => {
  const reason = 'the target has no limit';
  const summary = summaryOf([endedCheck('QUOTA-02', notTested(reason)), endedCheck('QUOTA-03', notApplicable(reason))]);
  expect(clauseOf(summary, 'QUOTA-02')).toMatchObject({ verdict: 'not tested', reason });
  expect(clauseOf(summary, 'QUOTA-03')).toMatchObject({ verdict: 'not applicable', reason });
});

test('a check that passes without evidence of its clause is no defect of the suite: the clause is not tested', () => {
  const summary = summaryOf([endedCheck('KEY-06', passed)]);
  expect(summary.defects).toEqual([]);
  expect(clauseOf(summary, 'KEY-06')).toMatchObject({
    verdict: 'not tested',
    reason: 'nothing that it saw tells of the clause',
    checks: { run: 0, notTested: 1, notRun: 0 },
  });
  expect(summary.verdict).toBe('incomplete');
});

test('what a capability costs is told once, and of each clause', () => {
  const left = ['ACCESS-06', 'ISOLATION-02', 'ISOLATION-02'] as const;
  const evidence = [preflight, ...left.map((clause) => endedCheck(clause, notRun('second-project')))];
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

test('a capability that is waived by name waives the clauses that need nothing else', () => {
  const evidence = [preflight, endedCheck('ISOLATION-02', notRun('second-project'))];
  const summary = summaryOf(evidence, { ...nothingWaived, capabilities: new Set(['second-project']) });
  expect(summary.missing).toMatchObject([{ waived: true }]);
  expect(clauseOf(summary, 'ISOLATION-02')).toMatchObject({ verdict: 'not tested', waived: true });
});

test('the quota is that of the preflight', () => {
  expect(summaryOf([]).collector.quota).toEqual(subject.quota);
  expect(summaryOf([preflight]).collector.quota).toEqual(preflight.quota);
});
