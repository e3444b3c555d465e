import { create } from 'xmlbuilder2';
import { familyOf } from '../../contracts/clauses';
import { fileNames } from '../result/file-names';
import type { ClauseResult, MissingCapability, Result } from '../result/result';
import { describeGate } from '../verdict/baseline';
import { capabilityMessage } from '../verdict/missing-capabilities';
import { verdictLabel } from './shared/describe-verdict';
import { ClauseDurations, type DurationOf, noDurations } from './shared/durations';
import type { Reporter } from './shared/reporter';
import { shardLabel } from './shared/shard-label';
import { type CaseOutcome, caseOutcome, defectCase } from './shared/test-case';

export function junitReporter(): Reporter {
  const durations = new ClauseDurations();
  return {
    onEvidence: (evidence) => durations.add(evidence),
    onRunEnd: ({ result }) => ({
      files: { [fileNames.junit]: renderJunit(result, (clause) => durations.of(clause)) },
    }),
  };
}

/**
 * The result as JUnit XML: a test suite for each family, a test case for each clause. A clause that was not tested is
 * skipped with its reason, never green. So is each missing capability. A contradiction of the suite is an error. Valid by
 * the strict schema of Ant's task, and by that of Jenkins.
 */
export function renderJunit(result: Result, durationOf: DurationOf = noDurations): string {
  const suites: JunitSuite[] = [...groupByFamily(result.clauses)].map(([name, clauses]) => ({
    name,
    cases: clauses
      .filter(({ verdict }) => verdict !== 'not applicable')
      .map((clause) => caseOf(clause, result, durationOf)),
  }));
  if (result.missing.length > 0) suites.push({ name: 'capabilities', cases: result.missing.map(missingCase) });
  const defect = defectCase(result);
  if (defect !== undefined) {
    const outcome = { kind: 'error', type: 'defect', message: defect.message, details: defect.details } as const;
    suites.push({ name: 'suite', cases: [{ name: defect.name, outcome }] });
  }
  const { target, began } = result.run;
  return renderTestSuites(suites, { target, began, properties: propertiesOf(result) });
}

/** Test suites as JUnit XML, also for a command that has no result of clauses. */
export function renderTestSuites(suites: readonly JunitSuite[], { target, began, properties }: JunitRun): string {
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites');
  for (const [place, { name: suiteName, cases }] of suites.entries()) {
    const count = (kind: string) => cases.filter(({ outcome }) => outcome?.kind === kind).length;
    const suite = root.ele('testsuite', {
      name: suiteName,
      package: 'ecs-metadata',
      id: place,
      timestamp: began.slice(0, 'YYYY-MM-DDThh:mm:ss'.length),
      hostname: new URL(target).hostname,
      tests: cases.length,
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped'),
      time: seconds(cases.reduce((sum, { duration = 0 }) => sum + duration, 0)),
    });
    const shown = suite.ele('properties');
    for (const [name, value] of Object.entries(properties)) {
      shown.ele('property', { name, value: escapeForXml(value) });
    }
    for (const { name, outcome, duration = 0 } of cases) {
      const test = suite.ele('testcase', {
        name: escapeForXml(name),
        classname: `ecs-metadata.${suiteName}`,
        time: seconds(duration),
      });
      if (outcome === undefined) continue;
      const message = escapeForXml(outcome.message);
      if (outcome.kind === 'skipped') test.ele('skipped', { message });
      else test.ele(outcome.kind, { message, type: outcome.type }).txt(escapeForXml(outcome.details));
    }
    suite.ele('system-out');
    suite.ele('system-err');
  }
  return root.end({ prettyPrint: true });
}

export interface JunitRun {
  readonly target: string;
  /** RFC 3339, UTC. */
  readonly began: string;
  readonly properties: Readonly<Record<string, string>>;
}

export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  readonly outcome:
    | CaseOutcome
    | { readonly kind: 'error'; readonly message: string; readonly type: string; readonly details: string }
    | undefined;
  /** Milliseconds. */
  readonly duration?: number;
}

function caseOf(clause: ClauseResult, result: Result, durationOf: DurationOf): Case {
  return {
    name: `${clause.clause} ${clause.sentence}`,
    outcome: caseOutcome(clause, result),
    duration: durationOf(clause.clause),
  };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(3);
}

function missingCase(missing: MissingCapability): Case {
  return { name: missing.capability, outcome: { kind: 'skipped', message: capabilityMessage(missing) } };
}

function propertiesOf(result: Result): Record<string, string> {
  const { target, profile, effort, seed, suite } = result.run;
  const gate = describeGate(result);
  const shards = shardLabel(result.run);
  return {
    target,
    profile,
    effort,
    seed: `${seed}`,
    suite,
    ...(shards === undefined ? {} : { shards }),
    verdict: verdictLabel(result),
    ...(gate === undefined ? {} : { gate }),
  };
}

function groupByFamily(clauses: readonly ClauseResult[]): Map<string, ClauseResult[]> {
  const families = new Map<string, ClauseResult[]>();
  for (const clause of clauses) {
    const family = familyOf(clause.clause);
    families.set(family, [...(families.get(family) ?? []), clause]);
  }
  return families;
}

/** XML 1.0 cannot hold most control characters, in no spelling. */
function escapeForXml(text: string): string {
  return text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
}
