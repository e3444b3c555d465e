import type { Lane } from './lane';

type Waiting = { readonly all: boolean; readonly start: (lanes: Lane[]) => void };

/** Hands out the lanes: one to each trial, or all of them to one that must be alone. First come, first served. */
export class Lanes {
  private readonly free: Lane[];
  private readonly queue: Waiting[] = [];

  constructor(readonly all: readonly Lane[]) {
    this.free = [...all];
  }

  /** Runs on the lane that is free next; with `alone` on the first one, while nothing else runs. */
  async use<T>(alone: boolean, work: (lane: Lane) => Promise<T>): Promise<T> {
    const taken = await new Promise<Lane[]>((start) => {
      this.queue.push({ all: alone, start });
      this.serve();
    });
    const [lane] = alone ? this.all : taken;
    try {
      if (lane === undefined) throw new RangeError('a run has at least one lane');
      return await work(lane);
    } finally {
      this.free.push(...taken);
      this.serve();
    }
  }

  private serve(): void {
    for (let next = this.queue[0]; next !== undefined; next = this.queue[0]) {
      const needed = next.all ? this.all.length : 1;
      // Whoever waits for all goes before whoever came later, or would wait for ever.
      if (this.free.length < needed) return;
      this.queue.shift();
      next.start(this.free.splice(0, needed));
    }
  }
}
