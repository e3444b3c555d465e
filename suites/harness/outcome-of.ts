import type { CheckOutcome } from '../../contracts/evidence/events';
import { truncate } from '../../contracts/text/truncate';
import { TargetUnavailableError } from '../../targets/http/errors';
import { NeedNotMet, NotApplicable, NotTested } from './skips';

export const passed: CheckOutcome = { outcome: 'passed' };

/** How the work of a check ended, by what it throws. */
export async function outcomeOf(work: () => Promise<void>): Promise<CheckOutcome> {
  try {
    await work();
    return passed;
  } catch (error) {
    const message = clipped((error as Error).message);
    if (error instanceof NotTested) return { outcome: 'not tested', reason: message, trouble: false };
    if (error instanceof NeedNotMet) return { outcome: 'not run', need: error.need, reason: message };
    if (error instanceof NotApplicable) return { outcome: 'not applicable', reason: message };
    if (error instanceof TargetUnavailableError) return { outcome: 'not tested', reason: message, trouble: true };
    return { outcome: 'failed', message };
  }
}

/** Characters of a message: it quotes what the target has answered. */
const longest = 20_000;

function clipped(message: string): string {
  const { text, left } = truncate(message, longest);
  return left === 0 ? message : `${text}… (${left} more characters)`;
}
