import type { Clock } from '../http/clock';

interface Sleeper {
  readonly at: number;
  /** Of two sleepers with the same end, the one that began first wakes first. */
  readonly order: number;
  readonly wake: () => void;
}

/** An arbitrary date. */
const epoch = Date.UTC(2026, 0, 1);

/**
 * A clock without real waits: when no other work is left, it jumps to the end of the next sleep. The order of events is
 * the same in each run.
 */
export class VirtualClock implements Clock {
  private time = 0;
  private order = 0;
  private isMoving = false;
  /** A binary heap: the next sleeper to wake is the first element. */
  private readonly sleepers: Sleeper[] = [];

  now(): number {
    return this.time;
  }

  date(): Date {
    return new Date(epoch + this.time);
  }

  sleep(duration: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const onAbort = () => reject(signal?.reason);
      signal?.addEventListener('abort', onAbort, { once: true });
      const wake = () => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      };
      this.order += 1;
      this.push({ at: this.time + Math.max(0, duration), order: this.order, wake });
      this.moveLater();
    });
  }

  private moveLater(): void {
    if (this.isMoving || this.sleepers.length === 0) return;
    this.isMoving = true;
    // All settled promises are handled before setImmediate.
    setImmediate(() => {
      this.isMoving = false;
      const next = this.pop();
      if (next === undefined) return;
      this.time = next.at;
      next.wake();
      this.moveLater();
    });
  }

  private push(sleeper: Sleeper): void {
    const { sleepers } = this;
    let place = sleepers.length;
    sleepers.push(sleeper);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!isBefore(sleeper, sleepers[parent] as Sleeper)) break;
      sleepers[place] = sleepers[parent] as Sleeper;
      place = parent;
    }
    sleepers[place] = sleeper;
  }

  private pop(): Sleeper | undefined {
    const { sleepers } = this;
    const [first] = sleepers;
    const last = sleepers.pop();
    if (last === undefined || sleepers.length === 0) return first;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= sleepers.length) break;
      const right = sleepers[child + 1];
      if (right !== undefined && isBefore(right, sleepers[child] as Sleeper)) child += 1;
      if (!isBefore(sleepers[child] as Sleeper, last)) break;
      sleepers[place] = sleepers[child] as Sleeper;
      place = child;
    }
    sleepers[place] = last;
    return first;
  }
}

function isBefore(one: Sleeper, other: Sleeper): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
