import fc from 'fast-check';
import type { Version } from '../../../contracts/metadata';
import type { BoundProperty } from '../dsl/check';
import type { AttemptResult } from './attempt';
import { describeInput, type FoundCounterexample, type Input } from './search';

export interface RunRacesOptions {
  readonly property: BoundProperty;
  readonly seed: number;
  readonly runs: number;
  readonly versions: readonly Version[];
  /** Makes an attempt. `isShown` decides for a failing one whether its exchanges are shown. */
  readonly attempt: (
    input: Input,
    isShown: (end: AttemptResult, requests: number) => boolean,
  ) => Promise<{ readonly end: AttemptResult; readonly requests: number }>;
  /** Called after the first failing attempt. */
  readonly lookForOthers: () => Promise<void>;
}

/**
 * Sends concurrent requests many times. A race cannot be repeated at will, so the smallest failing one is reported, as k
 * of n. If only one failed, the same number is tried once more.
 */
export async function runRaces({
  property,
  seed,
  runs,
  versions,
  attempt,
  lookForOthers,
}: RunRacesOptions): Promise<FoundCounterexample | undefined> {
  const inputs = fc.tuple(fc.constantFrom<Version>(...versions), property.inputs);
  let shown = 0;
  let best: { input: Input; end: AttemptResult; requests: number } | undefined;
  let of = 0;
  for (const input of fc.sample(inputs, { seed, numRuns: 2 * runs })) {
    if (of === runs && shown !== 1) break;
    of += 1;
    const isSmallest = (_: AttemptResult, requests: number) => best === undefined || requests < best.requests;
    const { end, requests } = await attempt(input, isSmallest);
    if (end.violations.length === 0 && end.message === undefined) continue;
    shown += 1;
    if (isSmallest(end, requests)) best = { input, end, requests };
    if (shown === 1) await lookForOthers();
  }
  if (best === undefined) return undefined;
  const { input, end, requests } = best;
  const counterexample = { ...describeInput(input), shown, of, requests };
  return { counterexample, end, input };
}
