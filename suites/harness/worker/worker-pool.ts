import type { Worker } from './worker';

/** `shared`: any one worker. `exclusive`: all of them, so that no other work goes on but that of slow checks. */
export type Sharing = 'shared' | 'exclusive';

interface Waiting {
  readonly need: Sharing;
  readonly start: (workers: readonly Worker[]) => void;
}

/** With three servers or more, the last one is reserved for slow checks during the whole run. */
export function reservedOf<Each>(all: readonly Each[]): Each | undefined {
  return all.length > 2 ? all.at(-1) : undefined;
}

/** Hands out the workers: first come, first served. */
export class WorkerPool {
  /** The worker of the slow checks. It is never handed out. */
  readonly reserved: Worker | undefined;
  private readonly workers: readonly Worker[];
  private readonly free: Set<Worker>;
  private readonly queue: Waiting[] = [];

  constructor(all: readonly Worker[]) {
    this.reserved = reservedOf(all);
    this.workers = all.filter((worker) => worker !== this.reserved);
    this.free = new Set(this.workers);
  }

  /** Runs on the worker that is free next; `exclusive` work runs on the first one. */
  async use<T>(need: Sharing, work: (worker: Worker) => Promise<T>): Promise<T> {
    const taken = await new Promise<readonly Worker[]>((start) => {
      this.queue.push({ need, start });
      this.assign();
    });
    try {
      const [worker] = taken;
      if (worker === undefined) throw new RangeError('a run has at least one worker');
      return await work(worker);
    } finally {
      for (const worker of taken) this.free.add(worker);
      this.assign();
    }
  }

  /** Exclusive work goes before shared work that came later, or it would wait for ever. */
  private assign(): void {
    for (let next = this.queue[0]; next !== undefined; next = this.queue[0]) {
      const wanted = next.need === 'exclusive' ? this.workers : [...this.free].slice(0, 1);
      if (wanted.length === 0 || !wanted.every((worker) => this.free.has(worker))) return;
      this.queue.shift();
      for (const worker of wanted) this.free.delete(worker);
      next.start(wanted);
    }
  }
}
