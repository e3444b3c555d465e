import type { Profile } from '../../contracts/profiles/profile';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { type RunSessionOptions, runSession } from '../../suites/harness/run-session';
import type { Target } from '../../targets/http/target';
import type { JournalFile } from '../journal/journal-file';
import type { Machine } from '../machine/machine';

/** The input that every session of a command needs. */
export interface SessionContext {
  readonly target: Target;
  readonly profile: Profile;
  readonly plan: RunPlan;
  /** Metadata pairs that a server may have, if the user says so; -1 for no limit. */
  readonly quota: number | undefined;
  /** Undefined for the embedded endpoint, which ends with the process. */
  readonly journal: JournalFile | undefined;
  readonly machine: Machine;
}

export interface SessionWork extends Pick<RunSessionOptions, 'emit' | 'failures' | 'runInstead' | 'stopReason'> {
  /** Called when the session has ended, also with an error, and before anything is printed. */
  readonly ended?: () => void;
}

/**
 * Runs a session until the servers are restored, and prints what could not be restored. That comes first: whatever
 * follows, such as the reports, may fail. Gives one sentence for each server that is not restored.
 *
 * @throws {ConfigurationError} before anything is changed.
 * @throws {TargetUnavailableError} before anything is changed.
 */
export async function conductSession(context: SessionContext, work: SessionWork): Promise<string[]> {
  const { journal, machine, ...session } = context;
  const { ended, ...rest } = work;
  const signal = machine.abortSignal();
  let notPutBack: string[];
  try {
    notPutBack = await runSession({
      ...session,
      ...rest,
      signal,
      journal,
      run: (suites) => machine.runSuites(suites),
    });
  } finally {
    ended?.();
  }
  for (const complaint of notPutBack) machine.console.err(`NOT RESTORED: ${complaint}`);
  journal?.complaintsPrinted();
  return notPutBack;
}
