import type { Need } from '../../../contracts/capabilities';
import type { CheckOutcome } from '../../../contracts/evidence/events';
import { truncate } from '../../../contracts/text/truncate';
import { TargetUnavailableError } from '../../../targets/errors';

export const passed: CheckOutcome = { outcome: 'passed' };

/** The outcome of a check, by the error that it throws. */
export async function outcomeOf(work: () => Promise<void>): Promise<CheckOutcome> {
  try {
    await work();
    return passed;
  } catch (error) {
    const message = truncated((error as Error).message);
    if (error instanceof FixtureFailed) {
      return { outcome: 'not tested', reason: message, trouble: false, fixtureFailed: true };
    }
    if (error instanceof NotTested) return { outcome: 'not tested', reason: message, trouble: false };
    if (error instanceof NeedNotMet) return { outcome: 'not run', need: error.need, reason: message };
    if (error instanceof NotApplicable) return { outcome: 'not applicable', reason: message };
    if (error instanceof TargetUnavailableError) {
      const stopped = error.kind === 'stopped' ? ({ stopped: true } as const) : {};
      return { outcome: 'not tested', reason: message, trouble: true, ...stopped };
    }
    return { outcome: 'failed', message };
  }
}

/** Characters of a message, which may quote a large response. */
const maxMessageLength = 20_000;

function truncated(message: string): string {
  const { text, left } = truncate(message, maxMessageLength);
  return left === 0 ? message : `${text}… (${left} more characters)`;
}

/** A check ran, and shows nothing about its clause. */
export class NotTested extends Error {
  override readonly name = 'NotTested';
}

/** The server did not hold the metadata that a check needs. A violation in the same requests explains that. */
export class FixtureFailed extends NotTested {}

/** A check has a need that is not met: it is not in the plan. */
export class NeedNotMet extends Error {
  override readonly name = 'NeedNotMet';

  constructor(
    readonly need: Need,
    reason: string,
  ) {
    super(reason);
  }
}

/** The contract allows this target, and leaves nothing to check. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable';
}

/** True if a check ended without a result about the target. */
export function isSkip(error: unknown): error is NotTested | NeedNotMet | NotApplicable {
  return error instanceof NotTested || error instanceof NeedNotMet || error instanceof NotApplicable;
}
