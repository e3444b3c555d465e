import { TargetUnavailableError } from './errors';
import type { Clock } from './http/clock';

/** Pauses between two calls, in milliseconds. Each pause is 1.5 times as long as the one before, up to the longest. */
interface Pauses {
  readonly first: number;
  readonly longest: number;
}

/** Pauses while a vm_state changes. Most changes of a fast target take a few milliseconds. */
export const vmStatePauses: Pauses = { first: 25, longest: 1_000 };

/**
 * Calls `look` until it returns a result.
 *
 * @param look returns undefined to continue, and throws to give up.
 * @throws {TargetUnavailableError} if the signal aborts during a pause.
 */
export async function poll<Result>(
  clock: Clock,
  { first, longest }: Pauses,
  look: () => Promise<{ readonly result: Result } | undefined>,
  signal?: AbortSignal,
): Promise<Result> {
  for (let pause = first; ; pause = Math.min(pause * 1.5, longest)) {
    const found = await look();
    if (found !== undefined) return found.result;
    await clock.sleep(pause, signal).catch(() => {
      throw new TargetUnavailableError('the run was interrupted', {}, 'stopped');
    });
  }
}
