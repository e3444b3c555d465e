import type { ClauseId } from '../../contracts/clauses';
import { profiles } from '../../contracts/profiles';
import type { Profile } from '../../contracts/profiles/profile';
import type { AttributedViolation, Violation } from '../../reports/collector/check-record';
import { Collector } from '../../reports/collector/collector';
import { aggregate } from '../../reports/verdict/aggregate';
import { attributedViolations } from '../../reports/verdict/attributed-violations';
import { countedChecks } from '../../reports/verdict/unconfirmed';
import { noWaivers } from '../../reports/verdict/waivers';
import { type Effort, efforts, limitOf } from '../harness/run/run-plan';
import { runSession } from '../harness/run-session';
import { openSample } from './in-memory-target';
import type { SampleEndpoint } from './samples';
import { WrongReadings } from './wrong-readings';

/** The result of the suite on an endpoint whose faults are known. */
export interface SampleRun {
  /** Of the run. */
  readonly exitCode: number;
  /** Every clause that the report blames, SHOULDs included. */
  readonly failed: readonly ClauseId[];
  readonly notTested: readonly ClauseId[];
  /** These must never occur: the suite in disagreement with itself, or an endpoint on loopback that could not be reached. */
  readonly suiteErrors: readonly string[];
  /** Servers that hold something else than before. A wrong endpoint may not let itself be put right. */
  readonly notRestored: readonly string[];
  readonly requests: number;
  /** Requests up to the first failure that counts. */
  readonly first?: number;
  /** The clauses of the checks that showed the failures that kill it. */
  readonly seenBy: readonly ClauseId[];
}

export interface SampleRunOptions {
  readonly effort: Effort['name'];
  readonly seed: number;
  /** Nothing but the checks and laws of these clauses, where given. */
  readonly only?: ReadonlySet<ClauseId> | undefined;
}

/** Examines an endpoint by the code path of the command. */
export async function runSample(known: SampleEndpoint, { effort, seed, only }: SampleRunOptions): Promise<SampleRun> {
  const limit = limitOf(efforts[effort]);
  const plan = { effort: efforts[effort], seed, corpus: [], ...(only && { only }), ...(limit && { limit }) };
  const profile = profileOf(known);
  const collector = new Collector();
  const readings = new WrongReadings(known.killedBy, profile);
  const { target, run, end } = await openSample(known);
  const notPutBack = await runSession({
    target,
    profile,
    plan,
    emit: (evidence) => {
      collector.add(evidence);
      readings.add(evidence);
    },
    run,
  }).finally(end);
  const { clauses, defects, exitCode, troubles, exchanges } = aggregate(collector, {
    profile,
    strict: false,
    waived: noWaivers,
  });
  const having = (verdict: string) => clauses.flatMap((result) => (result.verdict === verdict ? result.clause : []));
  const killing = killingViolations(collector, known.killedBy);
  const [first] = [
    ...killing.map(({ exchange }) => exchange),
    ...(readings.first === undefined ? [] : [readings.first]),
  ].sort((one, other) => one - other);
  return {
    exitCode,
    failed: having('failed'),
    notTested: having('not tested'),
    suiteErrors: [...defects, ...troubles],
    notRestored: notPutBack,
    requests: exchanges,
    ...(first !== undefined && { first }),
    seenBy: [...new Set(killing.map(({ checkClause }) => checkClause))],
  };
}

/** The profile by which an endpoint is tested. */
export function profileOf({ profile: named = 'ecs' }: SampleEndpoint): Profile {
  return typeof named === 'string' ? profiles[named] : named;
}

/** For each clause that must kill it, the first breach for which it is blamed; the first of all comes first. */
function killingViolations(collector: Collector, killedBy: readonly ClauseId[]): AttributedViolation[] {
  const isSatisfied = (clause: ClauseId) => collector.satisfied.has(clause);
  const attributed = attributedViolations(countedChecks(collector), { isSatisfied }).sort(byExchange);
  const first = killedBy.flatMap((id) => attributed.find(({ clause }) => clause === id) ?? []);
  return first.sort(byExchange);
}

function byExchange(one: Violation, other: Violation): number {
  return one.exchange - other.exchange;
}
