import type { Version } from '../../../contracts/metadata';
import type { Violated } from '../../../contracts/oracle/finding';
import { knownMap } from '../../../contracts/oracle/model';
import { TargetUnavailableError } from '../../../targets/errors';
import { INITIAL } from '../dsl/assertions';
import { isSkip, NotTested } from '../run/check-outcome';
import type { Worker } from '../worker/worker';
import type { ReportedViolations } from './reported-violations';

/** How one trial of a law ended. */
export interface AttemptResult {
  /** What the oracle found broken that was not known before. */
  readonly violations: readonly Violated[];
  /** The law's own expectation was not met, and nothing known explains it. */
  readonly message: string | undefined;
  /** Why the trial shows nothing. */
  readonly skipped: Error | undefined;
}

/**
 * Makes one trial on a lane: prepares its server, has the law act, and sees what is left behind.
 *
 * @throws {TargetUnavailableError} where the target fails for reasons of its own.
 */
export async function attempt(
  worker: Worker,
  version: Version,
  known: ReportedViolations,
  isFresh: boolean,
  isAlone: boolean,
  act: () => Promise<void>,
): Promise<AttemptResult> {
  await prepareServer(worker, version, isFresh);
  worker.startAttempt();
  let message: string | undefined;
  let skipped: Error | undefined;
  try {
    await act();
  } catch (error) {
    if (error instanceof TargetUnavailableError) throw error;
    if (isSkip(error)) skipped = error;
    else message = (error as Error).message;
  } finally {
    worker.race = undefined;
  }
  await worker.readAffected(version, isAlone);
  const broken = known.unreported(worker.findings);
  const isExplained = broken.length === 0 && worker.findings.some(({ outcome }) => outcome === 'broken');
  return { violations: broken, message: isExplained ? undefined : message, skipped };
}

/** A fresh server holds two known pairs; for the others, whatever the last trial left will do. */
async function prepareServer(worker: Worker, version: Version, isFresh: boolean): Promise<void> {
  const { server, fixtures } = worker;
  if (server === undefined) throw new NotTested('no server was named');
  await fixtures.setVmState(server, 'active', version);
  const view = fixtures.knownState(server)?.views[version];
  const map = view === undefined ? undefined : knownMap(view);
  const isUsable = map !== undefined && Object.keys(map).length > 0 && Object.keys(map).length < 30;
  if (isFresh || !isUsable) await fixtures.setMetadata(server, INITIAL, version);
  fixtures.skipIfFull(server);
}
