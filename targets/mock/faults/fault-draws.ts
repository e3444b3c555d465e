import { Random } from '../../random';
import type { Fault } from './fault';

/** Decides which faults a request meets. The same seed and order of requests give the same faults. */
export class FaultDraws {
  private readonly sources: readonly { readonly fault: Fault; readonly random: Random }[];
  private drawn = 0;

  constructor(faults: readonly Fault[], seed: number) {
    const random = new Random(seed);
    // Each has numbers of its own, so that one more fault does not change the draws of those before it.
    this.sources = faults.map((fault) => ({ fault, random: random.fork() }));
  }

  /** The faults of the next request, in the order in which they were given. */
  next(): readonly Fault[] {
    this.drawn += 1;
    return this.sources
      .filter(({ fault, random }) => random.happens(fault.probability) && this.drawn <= (fault.first ?? this.drawn))
      .map(({ fault }) => fault);
  }
}
