import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Counterexample } from '../../../contracts/evidence/events';
import type { Version } from '../../../contracts/metadata';
import type { Violated } from '../../../contracts/oracle/finding';
import { formatMap } from '../../../contracts/text/format-map';
import type { BoundProperty } from '../dsl/check';
import type { AttemptResult } from './attempt';

export type Input = readonly [version: Version, input: unknown];

/** Requests that are left; it is spent in place. */
export interface ShrinkBudget {
  left: number;
  /** For one counterexample at most. */
  readonly each: number;
}

export interface SearchOptions {
  readonly property: BoundProperty;
  readonly seed: number;
  readonly runs: number;
  readonly versions: readonly Version[];
  /** Leads fast-check to one input of this seed. */
  readonly path?: string | undefined;
  /** Inputs that are tried in place of generated ones. */
  readonly examples?: readonly Input[];
  /** The budget for shrinking, over the whole run. */
  readonly shrinking: ShrinkBudget;
  /** Makes an attempt on a free worker. */
  readonly attempt: (input: Input) => Promise<AttemptResult>;
  /** True if another search has reported this violation meanwhile. */
  readonly isAlreadyReported: (end: AttemptResult) => boolean;
  /** Makes an attempt on a freshly prepared server while no other work runs. */
  readonly confirm: (input: Input) => Promise<{ readonly end: AttemptResult; readonly requests: number }>;
}

/** Repetitions of a counterexample, reported as k of n. */
const repeats = 5;

/**
 * Searches one counterexample of a property, and shrinks it. Returns undefined if there is none, and
 * 'already reported' if another search was faster.
 *
 * @throws the error of an attempt: a search that was cut short has no result.
 */
export async function search(options: SearchOptions): Promise<FoundCounterexample | 'already reported' | undefined> {
  const { property: law, seed, path, examples, versions, isAlreadyReported } = options;
  const inputs = fc.tuple(fc.constantFrom<Version>(...versions), law.inputs);
  let first: FirstFailure | undefined;
  const { shrinking } = options;
  let budget = shrinking.each;
  let thrown: { readonly error: unknown } | undefined;

  const holds = async (input: Input): Promise<boolean> => {
    // fast-check would shrink any other error as a counterexample. At this one it stops.
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
      const end = await options.attempt(input);
      if (!isFailing(end)) return true;
      first = { end, isRepeatable: false };
      for (let time = 0; time < repeats && !first.isRepeatable; time += 1) {
        const again = await options.confirm(input);
        if (isFailing(again.end)) first = { end: again.end, isRepeatable: true };
        // A reported violation does not count again, so the number of repetitions means nothing.
        else if (isAlreadyReported(first.end)) return false;
      }
      return false;
    }
    // Only a repeatable failure can shrink, and only within the budget.
    if (!first.isRepeatable || budget <= 0 || shrinking.left <= 0 || isAlreadyReported(first.end)) return true;
    const { end, requests } = await options.confirm(input);
    budget -= requests;
    shrinking.left -= requests;
    return !isSame(first.end, end);
  };
  const property = fc.asyncProperty(inputs, holds);
  const chosen =
    examples === undefined
      ? { numRuns: options.runs }
      : { examples: examples.map(asExample), numRuns: examples.length };
  const result = await fc.check(property, {
    seed,
    maxSkipsPerRun: 0,
    ...chosen,
    ...(path === undefined ? {} : { path }),
  });
  if (result.counterexample === null && thrown !== undefined) throw thrown.error;
  if (first === undefined || result.counterexample === null) return undefined;
  const replay = examples === undefined ? `${law.clause}:${seed}:${result.counterexamplePath ?? ''}` : undefined;
  const found = await repeatCounterexample(options, first, result.counterexample[0], replay);
  return isAlreadyReported(first.end) ? 'already reported' : found;
}

export interface FoundCounterexample {
  readonly counterexample: Counterexample;
  readonly end: AttemptResult;
  readonly input: Input;
}

interface FirstFailure {
  readonly end: AttemptResult;
  readonly isRepeatable: boolean;
}

/** Repeats the counterexample, to distinguish a target that always fails from one that fails at times. */
async function repeatCounterexample(
  { confirm, isAlreadyReported }: SearchOptions,
  first: FirstFailure,
  input: Input,
  replay: string | undefined,
): Promise<FoundCounterexample> {
  let shown = 1;
  let requests = 0;
  let end = first.end;
  // A failure that is not repeatable has been repeated already.
  for (let time = 0; first.isRepeatable && !isAlreadyReported(first.end) && time < repeats; time += 1) {
    const again = await confirm(input);
    if (!isFailing(again.end)) continue;
    shown += 1;
    ({ requests, end } = again);
  }
  const counterexample = {
    ...describeInput(input),
    shown,
    of: repeats + 1,
    requests,
    ...(replay === undefined ? {} : { replay }),
  };
  return { counterexample, end, input };
}

/** An input for the report, and for the corpus. */
export function describeInput([version, input]: Input): Pick<Counterexample, 'input' | 'json' | 'version'> {
  const json = toJsonIfLossless(input);
  return { input: formatMap(input), version, ...(json === undefined ? {} : { json }) };
}

function asExample(input: Input): [Input] {
  return [input];
}

function isFailing({ violations, message }: AttemptResult): boolean {
  return violations.length > 0 || message !== undefined;
}

/** A counterexample must not become that of another violation while it shrinks. */
function isSame(one: AttemptResult, other: AttemptResult): boolean {
  if (one.violations.length === 0) return other.violations.length === 0 && other.message !== undefined;
  const candidates = ({ candidates }: Violated) => candidates.join();
  return other.violations.some((broken) => one.violations.some((before) => candidates(before) === candidates(broken)));
}

/** The input as JSON; undefined if JSON would change it, as for bytes. */
export function toJsonIfLossless(input: unknown): unknown {
  const text = JSON.stringify(input);
  return text !== undefined && isDeepStrictEqual(toComparable(JSON.parse(text)), toComparable(input))
    ? JSON.parse(text)
    : undefined;
}

/** Prototypes differ between realms, and between drawn and parsed maps; they are no part of an input. */
function toComparable(input: unknown): unknown {
  if (Array.isArray(input)) return input.map(toComparable);
  if (Buffer.isBuffer(input) || typeof input !== 'object' || input === null) return input;
  return new Map(Object.entries(input).map(([name, value]) => [name, toComparable(value)]));
}
