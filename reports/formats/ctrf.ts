import { familyOf } from '../../contracts/clauses';
import { fileNames } from '../result/file-names';
import type { ClauseResult, MissingCapability, Result } from '../result/result';
import { describeGate } from '../verdict/baseline';
import { capabilityMessage } from '../verdict/missing-capabilities';
import { verdictLabel } from './shared/describe-verdict';
import { ClauseDurations, type DurationOf, noDurations } from './shared/durations';
import type { Reporter } from './shared/reporter';
import { shardLabel } from './shared/shard-label';
import { caseOutcome, defectCase } from './shared/test-case';

export function ctrfReporter(): Reporter {
  const durations = new ClauseDurations();
  return {
    onEvidence: (evidence) => durations.add(evidence),
    onRunEnd: ({ result }) => ({
      files: { [fileNames.ctrf]: renderCtrf(result, (clause) => durations.of(clause)) },
    }),
  };
}

/**
 * The result in the Common Test Report Format (ctrf.io), as JSON: a test for each clause. An open clause is
 * `other`: the format has no status for a clause that is reported and not judged.
 */
export function renderCtrf(result: Result, durationOf: DurationOf = noDurations): string {
  const { run, clauses, missing, verdict } = result;
  const bound = clauses.filter((clause) => clause.verdict !== 'not applicable');
  const tests = [...bound.map((clause) => testOf(clause, result, durationOf)), ...defectTest(result)];
  const count = (status: Status) => tests.filter((test) => test.status === status).length;
  const start = Date.parse(run.began);
  const summary = {
    tests: tests.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    pending: 0,
    other: count('other'),
    start,
    stop: start + Math.round(run.seconds * 1_000),
  };
  const { target, profile, effort, seed } = run;
  const gate = describeGate(result);
  const shards = shardLabel(run);
  const verdicts = { verdict, shownVerdict: verdictLabel(result), ...(gate !== undefined && { gate }) };
  const report = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    generatedBy: 'ecs-metadata-conformance',
    results: {
      tool: { name: 'ecs-metadata-conformance', version: run.suite },
      summary,
      tests,
      environment: {
        extra: {
          target,
          profile,
          effort,
          seed,
          ...(shards !== undefined && { shards }),
          ...verdicts,
          missing: missing.map(missingOf),
        },
      },
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

type Status = 'passed' | 'failed' | 'skipped' | 'other';

function testOf(clause: ClauseResult, result: Result, durationOf: DurationOf) {
  const outcome = caseOutcome(clause, result);
  return {
    name: `${clause.clause} ${clause.sentence}`,
    status: statusOf(clause, outcome?.kind),
    duration: Math.round(durationOf(clause.clause)),
    suite: [familyOf(clause.clause)],
    rawStatus: clause.verdict,
    tags: [clause.level],
    ...(outcome !== undefined && { message: outcome.message }),
    ...(outcome?.kind === 'failure' && { trace: outcome.details }),
    ...(outcome === undefined && clause.reading !== undefined && { message: clause.reading }),
  };
}

function missingOf(missing: MissingCapability) {
  const { capability, reasons, checks, clauses, isBinding, waived } = missing;
  return { capability, message: capabilityMessage(missing), reasons, checks, clauses, isBinding, waived };
}

/** The format has no status for an error: it is a failure. */
function defectTest(result: Result) {
  const defect = defectCase(result);
  if (defect === undefined) return [];
  const { name, message, details } = defect;
  return [
    { name, status: 'failed' as const, duration: 0, suite: ['suite'], rawStatus: 'error', message, trace: details },
  ];
}

function statusOf({ verdict }: ClauseResult, outcome: 'failure' | 'skipped' | undefined): Status {
  if (outcome !== undefined) return outcome === 'failure' ? 'failed' : 'skipped';
  return verdict === 'open' ? 'other' : 'passed';
}
