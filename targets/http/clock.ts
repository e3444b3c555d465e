import { setTimeout as sleep } from 'node:timers/promises';

/** All times and waits of a run use one clock, so that a test can replace it. */
export interface Clock {
  /** Milliseconds since an arbitrary moment, monotonic. */
  now(): number;
  date(): Date;
  /**
   * @param duration milliseconds.
   * @throws if the signal aborts before that.
   */
  sleep(duration: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of the machine. */
export const realClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  sleep: (duration, signal) => sleep(duration, undefined, signal === undefined ? {} : { signal }),
};
