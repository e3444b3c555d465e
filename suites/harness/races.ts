import fc from 'fast-check';
import type { Version } from '../../contracts/metadata';
import type { BoundLaw } from './law';
import { described, type Found, type Input } from './search';
import type { TrialEnd } from './trial';

export interface RacesOptions {
  readonly law: BoundLaw;
  readonly seed: number;
  readonly runs: number;
  readonly versions: readonly Version[];
  /** Makes a trial; `isShown` says of a failing one whether its exchanges are to be shown. */
  readonly tried: (
    input: Input,
    isShown: (end: TrialEnd, requests: number) => boolean,
  ) => Promise<{ readonly end: TrialEnd; readonly requests: number }>;
  /** Is awaited after the first trial that failed. */
  readonly lookForOthers: () => Promise<void>;
}

/**
 * Has requests meet time after time. A race cannot be repeated at will: the smallest that failed stands for k of n. Where
 * only one failed, as many are tried once more.
 */
export async function races({
  law,
  seed,
  runs,
  versions,
  tried,
  lookForOthers,
}: RacesOptions): Promise<Found | undefined> {
  const inputs = fc.tuple(fc.constantFrom<Version>(...versions), law.inputs);
  let shown = 0;
  let best: { input: Input; end: TrialEnd; requests: number } | undefined;
  let of = 0;
  for (const input of fc.sample(inputs, { seed, numRuns: 2 * runs })) {
    if (of === runs && shown !== 1) break;
    of += 1;
    const isSmallest = (_: TrialEnd, requests: number) => best === undefined || requests < best.requests;
    const { end, requests } = await tried(input, isSmallest);
    if (end.broken.length === 0 && end.message === undefined) continue;
    shown += 1;
    if (isSmallest(end, requests)) best = { input, end, requests };
    if (shown === 1) await lookForOthers();
  }
  if (best === undefined) return undefined;
  const { input, end, requests } = best;
  const counterexample = { ...described(input), shown, of, requests };
  return { counterexample, end, input };
}
