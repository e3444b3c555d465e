import { setTimeout as sleep } from 'node:timers/promises';

/** Tells the time, and waits. Everything in a run that takes time goes by one clock. */
export interface Clock {
  /** Milliseconds since some moment. It never goes back. */
  now(): number;
  /** The date and the time of day. */
  date(): Date;
  /**
   * @param duration milliseconds.
   * @throws where the signal aborts before that.
   */
  sleep(duration: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of the machine. */
export const realClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  sleep: (duration, signal) => sleep(duration, undefined, signal === undefined ? {} : { signal }),
};
