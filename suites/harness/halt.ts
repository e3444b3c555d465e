import { TargetTrouble } from '../../targets/trouble';

/** So many requests in a row that nobody answers in time, and the target counts as dead. */
const patience = 3;

/**
 * Why a run ends before its suites do: the user cut it short, or the target has stopped answering. Without this a
 * target that hangs would keep the run waiting once for every request that is left.
 */
export class Halt {
  private unanswered = 0;
  private lastGivenUp = 0;

  constructor(
    private readonly signal: AbortSignal | undefined,
    /** How long one answer is waited for, in milliseconds. */
    private readonly timeout: number,
  ) {}

  get reason(): string | undefined {
    if (this.signal?.aborted) return 'the run was cut short';
    return this.unanswered >= patience ? 'the target has stopped answering' : undefined;
  }

  /**
   * Sends a request unless the run has ended.
   *
   * @throws {TargetTrouble} once it has.
   */
  async guard<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    const { reason } = this;
    if (reason !== undefined) throw new TargetTrouble(reason);
    const began = performance.now();
    try {
      const answer = await send();
      this.unanswered = 0;
      return answer;
    } catch (error) {
      // Requests that were under way together have met the same silence: they count once.
      const now = performance.now();
      if (now - began >= this.timeout && began >= this.lastGivenUp) {
        this.unanswered += 1;
        this.lastGivenUp = now;
      }
      throw error;
    }
  }
}
