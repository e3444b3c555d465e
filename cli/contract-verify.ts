import { type Line, line, painted } from '../reports/formats/console/line';
import type { TestContext } from '../suites/harness/dsl/test-context';
import type { Verification, Verified } from '../suites/harness/pact/verify-pact';
import { isSkip } from '../suites/harness/run/check-outcome';
import { runSession } from '../suites/harness/run-session';
import { TargetUnavailableError } from '../targets/http/errors';
import { contractSource, type SourceOptions } from './contract-source';
import type { Console } from './machine/console';
import type { Machine } from './machine/machine';
import { planOf } from './plan-of';
import { profileOf } from './profile-of';
import type { Given } from './settings';
import { withTarget } from './with-target';

/**
 * Verifies a contract against the target that the user named, or else against the embedded endpoint. Gives the exit
 * code as a run does: 1 where an interaction failed, 3 where one could not be verified.
 */
export async function contractVerify(given: Given, options: SourceOptions, machine: Machine): Promise<number> {
  const profile = profileOf(given.profile ?? 'ecs');
  const verify = contractSource(options, profile);
  // No law is searched here.
  const plan = planOf({}, []);
  return withTarget(given, machine, async (target, { quota }, journal) => {
    let verification: Verification = { verified: [], output: '' };
    const conduct = async (tools: TestContext) => {
      verification = await verify(tools);
    };
    const signal = machine.interruption();
    const emit = () => undefined;
    const notPutBack = await runSession({ target, profile, plan, quota, emit, signal, journal, runInstead: conduct });
    for (const complaint of notPutBack) machine.console.err(`NOT PUT BACK: ${complaint}`);
    journal?.told();
    return told(verification, target.url, machine.console);
  });
}

/** Tells what came out, and gives the exit code of it. */
function told({ verified, output }: Verification, url: string, console: Console): number {
  const counts = { passed: 0, failed: 0, 'not verified': 0 };
  for (const one of verified) {
    const outcome = outcomeOf(one);
    counts[outcome] += 1;
    console.out(...linesOf(one, outcome));
  }
  // Pact ends well although the broker did not take the results.
  const [unpublished] = /Publishing of verification results failed.*/.exec(output) ?? [];
  if (unpublished !== undefined) console.err(`NOT PUBLISHED: ${unpublished}`);
  const sum = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
  console.out('', `${url}: ${verified.length} interactions: ${sum.join(', ')}`);
  if (counts.failed > 0) return 1;
  return counts['not verified'] > 0 || unpublished !== undefined ? 3 : 0;
}

type Outcome = 'passed' | 'failed' | 'not verified';

/** @throws what hindered it, unless the target gave no occasion or was in trouble. */
function outcomeOf({ relayed, mismatches }: Verified): Outcome {
  if (!('hindrance' in relayed)) return mismatches.length > 0 ? 'failed' : 'passed';
  const { hindrance } = relayed;
  if (isSkip(hindrance) || hindrance instanceof TargetUnavailableError) return 'not verified';
  throw hindrance;
}

const styles = { passed: 'green', failed: 'red', 'not verified': 'yellow' } as const;

function linesOf({ description, mismatches, relayed }: Verified, outcome: Outcome): Line[] {
  const reasons = 'hindrance' in relayed ? [relayed.hindrance.message] : mismatches;
  const mark = painted(outcome.padEnd(12), styles[outcome]);
  return [line`${mark} ${description}`, ...reasons.map((reason) => `             ${reason}`)];
}
