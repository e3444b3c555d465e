import { Collector } from '../../../reports/collector/collector';
import { attributedViolations } from '../../../reports/verdict/attributed-violations';
import { countedChecks } from '../../../reports/verdict/unconfirmed';
import { efforts } from '../../harness/run/run-plan';
import { runSession } from '../../harness/run-session';
import { runSuite } from '../../harness/session/run-suite';
import type { Session } from '../../harness/session/session';
import { suitesInOrder } from '../../harness/session/suite-order';
import { openSample } from '../in-memory-target';
import { profileOf } from '../sample-run';
import type { SampleEndpoint } from '../samples';
import { WrongReadings } from '../wrong-readings';

/** A mutant, and the names of the checks that kill it in each of its runs. */
export interface KillingChecks {
  readonly name: string;
  readonly killers: readonly string[];
}

/** Runs each enumerated case under both versions, so that the order can choose the version. */
const effort = { ...efforts.quick, bothVersions: true, runs: 1, races: 1 };

/**
 * Runs an endpoint of the proof with all checks, in the order of a run and in that of the suites: what a check shows may
 * depend on those before it.
 */
export async function runChecks(known: SampleEndpoint): Promise<KillingChecks> {
  const inSuites = async (session: Session) => {
    for (const suite of suitesInOrder()) await runSuite(session, suite);
  };
  const killers = await killersOf(known);
  const inOtherOrder = new Set(await killersOf(known, inSuites));
  return { name: known.name, killers: killers.filter((check) => inOtherOrder.has(check)) };
}

async function killersOf(
  known: SampleEndpoint,
  inOrder?: (session: Session) => Promise<void>,
): Promise<readonly string[]> {
  const profile = profileOf(known);
  const collector = new Collector();
  const readings = new WrongReadings(known.killedBy, profile);
  const { target, run, end } = await openSample(known);
  await runSession({
    target,
    profile,
    plan: { effort, seed: 1, corpus: [] },
    run: inOrder ?? run,
    emit: (evidence) => {
      collector.add(evidence);
      readings.add(evidence);
    },
  }).finally(end);
  const isSatisfied = (clause: SampleEndpoint['killedBy'][number]) => collector.satisfied.has(clause);
  const killing = attributedViolations(countedChecks(collector), { isSatisfied })
    .filter(({ clause }) => known.killedBy.includes(clause))
    .map(({ record }) => record.ended.check);
  return [...new Set([...killing, ...readings.checks])];
}
