import type { Version } from '../../contracts/metadata';
import type { Violated } from '../../contracts/oracle/finding';
import { knownMap } from '../../contracts/oracle/model';
import { TargetUnavailableError } from '../../targets/http/errors';
import type { KnownFaults } from './known-faults';
import type { Lane } from './lane';
import { held } from './refuses';
import { isSkip, NotTested } from './skips';

/** How one trial of a law ended. */
export interface TrialEnd {
  /** What the oracle found broken that was not known before. */
  readonly broken: readonly Violated[];
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
export async function trial(
  lane: Lane,
  version: Version,
  known: KnownFaults,
  isFresh: boolean,
  isAlone: boolean,
  act: () => Promise<void>,
): Promise<TrialEnd> {
  await prepare(lane, version, isFresh);
  lane.beginTrial();
  let message: string | undefined;
  let skipped: Error | undefined;
  try {
    await act();
  } catch (error) {
    if (error instanceof TargetUnavailableError) throw error;
    if (isSkip(error)) skipped = error;
    else message = (error as Error).message;
  } finally {
    lane.race = undefined;
  }
  await lane.lookAgain(version, isAlone);
  const broken = known.unknown(lane.findings);
  const isExplained = broken.length === 0 && lane.findings.some(({ outcome }) => outcome === 'broken');
  return { broken, message: isExplained ? undefined : message, skipped };
}

/** A fresh server holds two known pairs; for the others, whatever the last trial left will do. */
async function prepare(lane: Lane, version: Version, isFresh: boolean): Promise<void> {
  const { server, stage } = lane;
  if (server === undefined) throw new NotTested('no server was named');
  await stage.bring(server, 'active', version);
  const view = stage.known(server)?.views[version];
  const map = view === undefined ? undefined : knownMap(view);
  const isUsable = map !== undefined && Object.keys(map).length > 0 && Object.keys(map).length < 30;
  if (isFresh || !isUsable) await stage.hold(server, held, version);
  stage.demandRoom(server);
}
