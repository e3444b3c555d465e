import type { Version } from '../../../contracts/metadata';
import type { Violated } from '../../../contracts/oracle/finding';
import { knownMap } from '../../../contracts/oracle/version-view';
import { TargetUnavailableError } from '../../../targets/errors';
import { isSkip, NotTested } from '../run/check-outcome';
import { INITIAL, maxPairsBefore } from '../worker/fixtures';
import type { Worker } from '../worker/worker';
import type { ReportedViolations } from './reported-violations';

/** The result of one attempt for a property. */
export interface AttemptResult {
  /** Violations that were not reported before. */
  readonly violations: readonly Violated[];
  /** The property's own expectation failed, and no violation explains it. */
  readonly message: string | undefined;
  /** Why the attempt is inconclusive. */
  readonly skipped: Error | undefined;
}

/**
 * Makes one attempt on a worker: prepares its server, runs the property, and reads the servers after it.
 *
 * @throws {TargetUnavailableError} if the target is unavailable.
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
  const isExplained = broken.length === 0 && worker.findings.some(({ outcome }) => outcome === 'violated');
  if (message === undefined || isExplained || broken.length > 0 || !worker.hadDiscardedResponse)
    return { violations: broken, message: isExplained ? undefined : message, skipped };
  // The oracle finds no violation, because such a request may explain the map.
  const reason = `a request without a response may explain why the property fails: ${message}`;
  return { violations: [], message: undefined, skipped: new NotTested(reason) };
}

/** A fresh server holds two known pairs; otherwise the map of the last attempt is used. */
async function prepareServer(worker: Worker, version: Version, isFresh: boolean): Promise<void> {
  const { server, fixtures } = worker;
  if (server === undefined) throw new NotTested('no server was named');
  await fixtures.setVmState(server, 'active', version);
  const view = fixtures.knownState(server)?.views[version];
  const pairs = Object.keys((view && knownMap(view)) ?? {}).length;
  if (isFresh || pairs === 0 || pairs > maxPairsBefore) await fixtures.setMetadata(server, INITIAL, version);
  fixtures.skipIfFull(server);
}
