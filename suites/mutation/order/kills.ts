import { Collector } from '../../../reports/collector/collector';
import { attributedViolations } from '../../../reports/verdict/attributed-violations';
import { countedChecks } from '../../../reports/verdict/unconfirmed';
import { efforts } from '../../harness/run/run-plan';
import { runSession } from '../../harness/run-session';
import { openSample } from '../in-memory-target';
import { profileOf } from '../sample-run';
import type { SampleEndpoint } from '../samples';
import { WrongReadings } from '../wrong-readings';

/** The results of the checks of one run. A check has its name, which contains the version. */
export interface RunOfChecks {
  readonly name: string;
  /** The checks that show a failure that kills the mutant. */
  readonly killers: readonly string[];
  readonly costs: Readonly<Record<string, CheckCost>>;
}

/** Requests of a check. */
export interface CheckCost {
  readonly all: number;
  /** Those that prepare the server. Fewer are needed if the check before it ran under the same version. */
  readonly setup: number;
}

/** Runs each enumerated case under both versions, so that the order can choose the version. */
const effort = { ...efforts.quick, bothVersions: true, runs: 1, races: 1 };

/** Runs an endpoint of the proof with all checks. */
export async function runChecks(known: SampleEndpoint): Promise<RunOfChecks> {
  const profile = profileOf(known);
  const collector = new Collector();
  const costs = new Map<string, CheckCost>();
  const readings = new WrongReadings(known.killedBy, profile);
  const { target, run, end } = await openSample(known);
  await runSession({
    target,
    profile,
    plan: { effort, seed: 1, corpus: [] },
    run,
    emit: (evidence) => {
      collector.add(evidence);
      readings.add(evidence);
      if (evidence.kind !== 'exchange') return;
      const { exchange } = evidence;
      const { all, setup } = costs.get(exchange.check) ?? { all: 0, setup: 0 };
      costs.set(exchange.check, { all: all + 1, setup: exchange.aside ? setup + 1 : setup });
    },
  }).finally(end);
  const isSatisfied = (clause: SampleEndpoint['killedBy'][number]) => collector.satisfied.has(clause);
  const killing = attributedViolations(countedChecks(collector), { isSatisfied })
    .filter(({ clause }) => known.killedBy.includes(clause))
    .map(({ record }) => record.ended.check);
  return {
    name: known.name,
    killers: [...new Set([...killing, ...readings.checks])],
    costs: Object.fromEntries(costs),
  };
}
