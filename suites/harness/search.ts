import fc from 'fast-check';
import type { Counterexample } from '../../contracts/evidence/events';
import type { Version } from '../../contracts/metadata';
import type { Violated } from '../../contracts/oracle/finding';
import { formatMap } from '../../contracts/text/format-map';
import { asJson } from './as-json';
import type { BoundLaw } from './law';
import type { TrialEnd } from './trial';

export type Input = readonly [version: Version, input: unknown];

/** Requests that are left; it is spent in place. */
export interface ShrinkBudget {
  left: number;
  /** For one counterexample at most. */
  readonly each: number;
}

export interface SearchOptions {
  readonly law: BoundLaw;
  readonly seed: number;
  readonly runs: number;
  readonly versions: readonly Version[];
  /** Leads fast-check to one input of this seed. */
  readonly path?: string | undefined;
  /** Inputs that are tried in place of generated ones. */
  readonly examples?: readonly Input[];
  /** What may still be spent on making counterexamples smaller, over the whole run. */
  readonly shrinking: ShrinkBudget;
  /** Makes a trial on whichever lane is free. */
  readonly tried: (input: Input) => Promise<TrialEnd>;
  /** Whether another search has told of this fault meanwhile. */
  readonly isTold: (end: TrialEnd) => boolean;
  /** Makes a trial on a freshly prepared server while nothing else runs, and has a failing one shown. */
  readonly confirmed: (input: Input) => Promise<{ readonly end: TrialEnd; readonly requests: number }>;
}

/** How often a counterexample is tried again before it is told as k of n. */
const repeats = 5;

/**
 * Searches one counterexample of a law, and makes it small. Gives undefined where none was found, and 'told' where
 * another search was faster.
 *
 * @throws what a trial threw: a search that was cut short has not found nothing.
 */
export async function search(options: SearchOptions): Promise<Found | 'told' | undefined> {
  const { law, seed, path, examples, versions, isTold } = options;
  const inputs = fc.tuple(fc.constantFrom<Version>(...versions), law.inputs);
  let first: Sighting | undefined;
  const { shrinking } = options;
  let budget = shrinking.each;
  let thrown: { readonly error: unknown } | undefined;

  const holds = async (input: Input): Promise<boolean> => {
    // fast-check would take whatever else is thrown for a counterexample, and shrink it; at this it stops.
    if (thrown !== undefined) throw new fc.PreconditionFailure();
    try {
      return await holdsFor(input);
    } catch (error) {
      thrown = { error };
      throw new fc.PreconditionFailure();
    }
  };
  const holdsFor = async (input: Input): Promise<boolean> => {
    if (first === undefined) {
      const end = await options.tried(input);
      if (!isBroken(end)) return true;
      first = { end, isRepeatable: false };
      for (let time = 0; time < repeats && !first.isRepeatable; time += 1) {
        const again = await options.confirmed(input);
        if (isBroken(again.end)) first = { end: again.end, isRepeatable: true };
        // Whatever is known does not count as broken again: this says nothing about how often it shows.
        else if (isTold(first.end)) return false;
      }
      return false;
    }
    // Only what fails whenever it is tried can be made smaller; and that must end some time.
    if (!first.isRepeatable || budget <= 0 || shrinking.left <= 0 || isTold(first.end)) return true;
    const { end, requests } = await options.confirmed(input);
    budget -= requests;
    shrinking.left -= requests;
    return !isSame(first.end, end);
  };
  const property = fc.asyncProperty(inputs, holds);
  const chosen =
    examples === undefined ? { numRuns: options.runs } : { examples: examples.map(alone), numRuns: examples.length };
  const result = await fc.check(property, {
    seed,
    maxSkipsPerRun: 0,
    ...chosen,
    ...(path === undefined ? {} : { path }),
  });
  if (result.counterexample === null && thrown !== undefined) throw thrown.error;
  if (first === undefined || result.counterexample === null) return undefined;
  const replay = examples === undefined ? `${law.clause}:${seed}:${result.counterexamplePath ?? ''}` : undefined;
  const found = await weigh(options, first, result.counterexample[0], replay);
  return isTold(first.end) ? 'told' : found;
}

export interface Found {
  readonly counterexample: Counterexample;
  readonly end: TrialEnd;
  readonly input: Input;
}

interface Sighting {
  readonly end: TrialEnd;
  readonly isRepeatable: boolean;
}

/** Tries the counterexample again and again: a target that fails only sometimes is told from one that always does. */
async function weigh(
  { confirmed, isTold }: SearchOptions,
  first: Sighting,
  input: Input,
  replay: string | undefined,
): Promise<Found> {
  let shown = 1;
  let requests = 0;
  let end = first.end;
  // What did not show again on a fresh server has had its repeats.
  for (let time = 0; first.isRepeatable && !isTold(first.end) && time < repeats; time += 1) {
    const again = await confirmed(input);
    if (!isBroken(again.end)) continue;
    shown += 1;
    ({ requests, end } = again);
  }
  const counterexample = {
    ...described(input),
    shown,
    of: repeats + 1,
    requests,
    ...(replay === undefined ? {} : { replay }),
  };
  return { counterexample, end, input };
}

/** The words for an input in a report, and the input for a corpus. */
export function described([version, input]: Input): Pick<Counterexample, 'input' | 'json' | 'version'> {
  const json = asJson(input);
  return { input: formatMap(input), version, ...(json === undefined ? {} : { json }) };
}

function alone(input: Input): [Input] {
  return [input];
}

function isBroken({ broken, message }: TrialEnd): boolean {
  return broken.length > 0 || message !== undefined;
}

/** While it shrinks, a counterexample must not turn into that of another fault. */
function isSame(one: TrialEnd, other: TrialEnd): boolean {
  if (one.broken.length === 0) return other.broken.length === 0 && other.message !== undefined;
  const suspects = ({ suspects }: Violated) => suspects.join();
  return other.broken.some((broken) => one.broken.some((before) => suspects(before) === suspects(broken)));
}
