import type { Lane } from './lane';

/**
 * What work needs. `any`: one lane, whichever. `alone`: all of them, though patient work may go on beside it. `solitary`:
 * that nothing goes on beside it. `patient`, for work that mostly waits: the last lane, where that can be spared.
 */
export type Need = 'any' | 'alone' | 'solitary' | 'patient';

type Waiting = { readonly need: Need; readonly start: (lanes: readonly Lane[]) => void };

/** Hands out the lanes. First come, first served. */
export class Lanes {
  private readonly free: Set<Lane>;
  private readonly queue: Waiting[] = [];
  /** The lane that work which needs no more than two servers can do without. */
  private readonly spare: Lane | undefined;
  /** Whether patient work has it. */
  private isSpared = false;
  /** Whether something goes on that is to be alone. */
  private isAlone = false;

  constructor(readonly all: readonly Lane[]) {
    this.free = new Set(all);
    this.spare = all.length > 2 ? all.at(-1) : undefined;
  }

  get hasSpare(): boolean {
    return this.spare !== undefined;
  }

  /** Runs on the lane that is free next; `alone` and `solitary` on the first one. */
  async use<T>(need: Need, work: (lane: Lane) => Promise<T>): Promise<T> {
    const taken = await new Promise<readonly Lane[]>((start) => {
      this.queue.push({ need, start });
      this.serve();
    });
    try {
      const [lane] = taken;
      if (lane === undefined) throw new RangeError('a run has at least one lane');
      lane.leaves = need === 'alone' && taken.length < this.all.length ? this.spare : undefined;
      return await work(lane);
    } finally {
      if (need === 'patient') this.isSpared = false;
      if (isExclusive(need)) this.isAlone = false;
      for (const lane of taken) this.free.add(lane);
      this.serve();
    }
  }

  private serve(): void {
    const open = new Set(this.free);
    for (const waiting of [...this.queue]) {
      const wanted = this.wantedBy(waiting.need, open);
      const isServed = wanted.length > 0 && wanted.every((lane) => open.has(lane));
      // Whoever waits for several goes before whoever came later, or would wait for ever.
      for (const lane of wanted) open.delete(lane);
      if (!isServed) continue;
      this.queue.splice(this.queue.indexOf(waiting), 1);
      for (const lane of wanted) this.free.delete(lane);
      if (waiting.need === 'patient') this.isSpared = this.hasSpare;
      if (isExclusive(waiting.need)) this.isAlone = true;
      waiting.start(wanted);
    }
  }

  private wantedBy(need: Need, open: ReadonlySet<Lane>): readonly Lane[] {
    const { all, spare } = this;
    if (need === 'solitary') return all;
    if (need === 'alone') return this.isSpared ? all.filter((lane) => lane !== spare) : all;
    if (need === 'patient' && spare !== undefined) return [spare];
    return this.isAlone ? [] : [...open].slice(0, 1);
  }
}

function isExclusive(need: Need): boolean {
  return need === 'alone' || need === 'solitary';
}
