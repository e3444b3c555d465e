import type { Worker } from './worker';

/**
 * What work needs. `shared`: one lane, whichever. `exclusive`: all of them, though patient work may go on beside it. `isolated`:
 * that nothing goes on beside it. `background`, for work that mostly waits: the last lane, where that can be spared.
 */
export type Sharing = 'shared' | 'exclusive' | 'isolated' | 'background';

type Waiting = { readonly need: Sharing; readonly start: (workers: readonly Worker[]) => void };

/** Hands out the lanes. First come, first served. */
export class WorkerPool {
  private readonly free: Set<Worker>;
  private readonly queue: Waiting[] = [];
  /** The lane that work which needs no more than two servers can do without. */
  private readonly backgroundWorker: Worker | undefined;
  /** Whether patient work has it. */
  private isBackgroundBusy = false;
  /** Whether something goes on that is to be alone. */
  private isExclusiveBusy = false;

  constructor(readonly all: readonly Worker[]) {
    this.free = new Set(all);
    this.backgroundWorker = all.length > 2 ? all.at(-1) : undefined;
  }

  get hasBackgroundWorker(): boolean {
    return this.backgroundWorker !== undefined;
  }

  /** Runs on the lane that is free next; `exclusive` and `isolated` on the first one. */
  async use<T>(need: Sharing, work: (worker: Worker) => Promise<T>): Promise<T> {
    const taken = await new Promise<readonly Worker[]>((start) => {
      this.queue.push({ need, start });
      this.assign();
    });
    try {
      const [worker] = taken;
      if (worker === undefined) throw new RangeError('a run has at least one lane');
      worker.excluded = need === 'exclusive' && taken.length < this.all.length ? this.backgroundWorker : undefined;
      return await work(worker);
    } finally {
      if (need === 'background') this.isBackgroundBusy = false;
      if (isExclusive(need)) this.isExclusiveBusy = false;
      for (const worker of taken) this.free.add(worker);
      this.assign();
    }
  }

  private assign(): void {
    const open = new Set(this.free);
    for (const waiting of [...this.queue]) {
      const wanted = this.workersFor(waiting.need, open);
      const isServed = wanted.length > 0 && wanted.every((worker) => open.has(worker));
      // Whoever waits for several goes before whoever came later, or would wait for ever.
      for (const worker of wanted) open.delete(worker);
      if (!isServed) continue;
      this.queue.splice(this.queue.indexOf(waiting), 1);
      for (const worker of wanted) this.free.delete(worker);
      if (waiting.need === 'background') this.isBackgroundBusy = this.hasBackgroundWorker;
      if (isExclusive(waiting.need)) this.isExclusiveBusy = true;
      waiting.start(wanted);
    }
  }

  private workersFor(need: Sharing, open: ReadonlySet<Worker>): readonly Worker[] {
    const { all, backgroundWorker } = this;
    if (need === 'isolated') return all;
    if (need === 'exclusive') return this.isBackgroundBusy ? all.filter((worker) => worker !== backgroundWorker) : all;
    if (need === 'background' && backgroundWorker !== undefined) return [backgroundWorker];
    return this.isExclusiveBusy ? [] : [...open].slice(0, 1);
  }
}

function isExclusive(need: Sharing): boolean {
  return need === 'exclusive' || need === 'isolated';
}
