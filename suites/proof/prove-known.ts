import type { ClauseId } from '../../contracts/clauses';
import type { Effort } from '../harness/run/run-plan';
import { complaintsOf, survivors, wrongsOf } from './complaints-of';
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
   * A mutant is first examined by the checks and laws of these clauses alone, and wholly only where it survives that. It
   * is many times as fast, and shows that it is killed, but not that nothing else is blamed.
   */
  readonly narrow?: readonly ClauseId[] | undefined;
}

const efforts = ['quick', 'standard', 'thorough'] as const;

/**
 * With quick effort first, and with more only for what survives it. What an examination as a whole says wrongly counts,
 * also where a longer one would say it rightly.
 */
export async function proveKnown(known: KnownEndpoint, { seed, narrow }: ProveKnownOptions): Promise<Proof> {
  const ofProof = (effort: Effort['name'], proved: Proved, complaints: string[]): Proof => {
    return { name: known.name, seed, effort, complaints, ...proved };
  };
  if (narrow !== undefined) {
    const proved = await prove(known, { effort: 'quick', seed, only: new Set(narrow) });
    if (survivors(known.killedBy, proved).length === 0) return ofProof('quick', proved, complaintsOf(known, proved));
  }
  const wrongs: string[] = [];
  for (const effort of efforts) {
    const proved = await prove(known, { effort, seed });
    const isLast = survivors(known.killedBy, proved).length === 0 || effort === 'thorough';
    if (isLast) return ofProof(effort, proved, [...wrongs, ...complaintsOf(known, proved)]);
    wrongs.push(...wrongsOf(known, proved).map((wrong) => `with ${effort} effort ${wrong}`));
  }
  throw new Error('there is no effort beyond thorough');
}
