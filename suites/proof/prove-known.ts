import type { Effort } from '../harness/effort';
import { complaintsOf, survivors } from './complaints-of';
import type { KnownEndpoint } from './known-endpoints';
import { type Proved, prove } from './prove';

/** How an endpoint of which it is known what a report must say came through, under one seed. */
export interface Proof extends Proved {
  readonly name: string;
  readonly seed: number;
  /** The least effort by which everything was found. */
  readonly effort: Effort['name'];
  readonly complaints: readonly string[];
}

export interface ProveKnownOptions {
  readonly seed: number;
  /**
   * Mutants are first examined by the checks and laws of the clauses that must kill them alone, and wholly only where
   * they survive that. It is several times as fast, and shows that they are killed, but not that nothing else is blamed.
   */
  readonly narrowed: boolean;
}

const efforts = ['quick', 'standard', 'thorough'] as const;

/** With quick effort first, and with more only for what survives it. */
export async function proveKnown(known: KnownEndpoint, { seed, narrowed }: ProveKnownOptions): Promise<Proof> {
  const narrow = { effort: 'quick', seed, only: new Set(known.killedBy) } as const;
  const whole = efforts.map((effort) => ({ effort, seed }));
  let proof: Proof | undefined;
  for (const options of narrowed && known.kind === 'mutant' ? [narrow, ...whole] : whole) {
    const proved = await prove(known, options);
    proof = { name: known.name, seed, effort: options.effort, complaints: complaintsOf(known, proved), ...proved };
    if (survivors(known.killedBy, proved).length === 0) break;
  }
  return proof as Proof;
}
