import type { Evidence } from '../../contracts/evidence/events';
import type { Profile } from '../../contracts/profiles/profile';
import { Collector } from '../../reports/collector/collector';
import { renderReplay } from '../../reports/formats/console/replay-report';
import { defaultWidth } from '../../reports/formats/console/wrap-text';
import { aggregate } from '../../reports/verdict/aggregate';
import { noWaivers } from '../../reports/verdict/waivers';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { runSession } from '../../suites/harness/run-session';
import type { Session } from '../../suites/harness/session/session';
import type { Target } from '../../targets/http/target';
import type { JournalFile } from '../journal/journal-file';
import { ConfigurationError } from '../machine/configuration-error';
import type { Machine } from '../machine/machine';
import type { Settings } from '../settings/settings';

/**
 * Tries one counterexample again, and writes no reports. Gives the exit code: 1 where it still fails, else 0.
 *
 * @throws {ConfigurationError} for a clause without a law.
 */
export async function replay(
  target: Target,
  profile: Profile,
  plan: RunPlan & { readonly replay: NonNullable<RunPlan['replay']> },
  settings: Settings,
  journal: JournalFile | undefined,
  machine: Machine,
): Promise<number> {
  const { console } = machine;
  const collector = new Collector();
  const emit = (evidence: Evidence) => collector.add(evidence);
  const signal = machine.abortSignal();
  const run = (session: Session) => machine.runSuites(session);
  const notPutBack = await runSession({ target, profile, plan, quota: settings.quota, emit, signal, journal, run });
  for (const complaint of notPutBack) console.err(`NOT PUT BACK: ${complaint}`);
  journal?.complaintsPrinted();
  if (collector.checks.length === 0) {
    throw new ConfigurationError(`--replay ${settings.replay}: no law is searched for this clause`);
  }
  const { clause } = plan.replay;
  const summary = aggregate(collector, { profile, strict: false, waived: noWaivers, replayedClause: clause });
  const { columns = defaultWidth } = console;
  const { lines, exitCode } = renderReplay({ clause, summary, collector }, target.url, columns);
  console.out(...lines);
  return exitCode;
}
