import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { ExchangeRecorded } from '../../../contracts/evidence/events';
import { type Exchange, jsonOf } from '../../../contracts/http/exchange';
import { parseMetadataBody } from '../../../contracts/http/parse-response';
import type { Limits } from '../../../contracts/profiles/profile';
import type { Effort } from '../run/run-plan';
import type { ComparedTarget, Reaction } from './compared-target';
import { boundarySteps, type Step, steps } from './inputs';

/** The first difference, shrunk: the exchanges of each target, ending with the PUT that shows it and a GET. */
type Divergence = readonly [readonly ExchangeRecorded[], readonly ExchangeRecorded[]];

export interface DivergenceResult {
  readonly divergence: Divergence | undefined;
  /** Requests that were compared until it was found. */
  readonly compared: number;
}

/**
 * Sends two targets the same inputs, the enumerated boundary cases first, until they react differently.
 *
 * @throws the error of an unavailable target: a search that was cut short has no result.
 */
export async function findDivergence(
  one: ComparedTarget,
  other: ComparedTarget,
  { runs, shrinkRequests }: Effort,
  seed: number,
  limits: Limits,
): Promise<DivergenceResult> {
  let divergence: Divergence | undefined;
  let tried = 0;
  let thrown: { readonly error: unknown } | undefined;
  const budget = { from: 0 };
  const spent = () => one.requests + other.requests;

  const isAlike = async (input: readonly Step[]): Promise<boolean> => {
    const reactions = [await one.react(input), await other.react(input)] as const;
    const place = input.findIndex((_, index) => !areAlike(reactions[0][index], reactions[1][index]));
    const [mine, theirs] = [reactions[0][place], reactions[1][place]];
    if (mine === undefined || theirs === undefined) return true;
    divergence = [upTo(one, mine), upTo(other, theirs)];
    // Often the last step alone shows it. Shrinking does not find that for an enumerated case.
    if (place > 0) await isAlike(input.slice(place, place + 1));
    return false;
  };
  const holds = async (input: readonly Step[]): Promise<boolean> => {
    // fast-check would shrink any other error as a counterexample. At this one it stops.
    if (thrown !== undefined) throw new fc.PreconditionFailure();
    if (divergence === undefined) tried += input.length;
    else if (spent() - budget.from > shrinkRequests) return true;
    try {
      const isHeld = await isAlike(input);
      if (!isHeld && budget.from === 0) budget.from = spent();
      return isHeld;
    } catch (error) {
      thrown = { error };
      throw new fc.PreconditionFailure();
    }
  };
  const examples = inGroups(boundarySteps(limits)).map((group): [Step[]] => [group]);
  await fc.check(fc.asyncProperty(steps(limits), holds), {
    seed,
    examples,
    numRuns: examples.length + runs,
    maxSkipsPerRun: 0,
  });
  // A difference that was found counts, also if the target became unavailable during shrinking.
  if (thrown !== undefined && divergence === undefined) throw thrown.error;
  return { divergence, compared: tried };
}

/** Several cases an input, so that the servers need not be prepared for each. */
function inGroups(all: readonly Step[]): Step[][] {
  const size = 10;
  return Array.from({ length: Math.ceil(all.length / size) }, (_, place) =>
    all.slice(place * size, (place + 1) * size),
  );
}

/** Compares what a client sees: both statuses, the map of the response, and the stored map. */
function areAlike(one: Reaction | undefined, other: Reaction | undefined): boolean {
  const seen = (reaction: Reaction | undefined) => reaction && [visiblePart(reaction.put), visiblePart(reaction.get)];
  return isDeepStrictEqual(seen(one), seen(other));
}

function visiblePart({ response }: Exchange): unknown {
  const { metadata } = parseMetadataBody(jsonOf(response.body)) ?? {};
  return { status: response.status, metadata };
}

function upTo({ exchanged }: ComparedTarget, { get }: Reaction): readonly ExchangeRecorded[] {
  return exchanged.filter(({ exchange }) => exchange.number <= get.number);
}
