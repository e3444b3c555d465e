import type { ClauseId } from '../../contracts/clauses';
import type { Effort } from '../harness/run/run-plan';
import type { SampleEndpoint } from './samples';
import type { SampleVerdict, SmokeOutcome } from './verdict';

/** The stored proofs of one endpoint. The figures are those of the lowest seed. */
export interface StoredVerdict {
  readonly killedBy: readonly ClauseId[];
  readonly alsoBreaks: readonly ClauseId[];
  readonly effort: Effort['name'];
  /** Of the whole run. */
  readonly requests: number;
  /** Requests up to the first failure that counts. */
  readonly first?: number;
  /** The clauses of the checks that showed it. Together with `killedBy` they are enough to kill it. */
  readonly seenBy: readonly ClauseId[];
  /** The seeds under which the report said what it must. */
  readonly right: readonly number[];
  /** More seeds under which a mutant was killed, where nothing but the checks known to kill it was examined. */
  readonly narrowed: readonly number[];
  /** The result of a run of smoke effort on a mutant; absent if the run finds nothing. */
  readonly smoke?: SmokeOutcome;
  /** Its wrong verdicts under other seeds. */
  readonly wrong: Readonly<Record<string, readonly string[]>>;
}

/** The stored proofs, by the name of the endpoint. */
export type Detection = Readonly<Record<string, StoredVerdict>>;

/** Adds a proof to those that are kept. What was proved of another expectation is forgotten. */
export function mergeVerdict(
  before: StoredVerdict | undefined,
  known: SampleEndpoint,
  proof: SampleVerdict,
  narrowed: boolean,
): StoredVerdict {
  const { killedBy, alsoBreaks } = known;
  const { seed, misjudgements, effort, requests, first, seenBy, smoke } = proof;
  const kept = before !== undefined && isCurrent(before, known) ? before : undefined;
  const { right = [], narrowed: narrow = [], wrong = {}, ...figures } = kept ?? {};
  const { [String(seed)]: _, ...otherwise } = wrong;
  const others = (seeds: readonly number[]) => seeds.filter((each) => each !== seed);
  const isNarrow = narrowed && known.kind === 'mutant';
  const isRight = misjudgements.length === 0;
  // Figures of a run that was narrowed tell nothing of a whole one.
  const isLowest = !isNarrow && [...others(right), ...Object.keys(otherwise).map(Number)].every((each) => each > seed);
  const own = {
    killedBy,
    alsoBreaks,
    effort,
    requests,
    ...(first !== undefined && { first }),
    ...(smoke && { smoke }),
    seenBy,
  };
  return {
    ...own,
    ...(isLowest ? {} : figures),
    right: isRight && !isNarrow ? ascending([...others(right), seed]) : isRight ? right : others(right),
    narrowed: isRight && isNarrow && !right.includes(seed) ? ascending([...others(narrow), seed]) : others(narrow),
    wrong: isRight ? otherwise : { ...otherwise, [String(seed)]: misjudgements },
  };
}

/** The clauses by whose checks alone a mutant is killed, as far as is known; undefined for a right variant. */
export function killingClauses(
  { kind, killedBy }: SampleEndpoint,
  before: StoredVerdict | undefined,
): ClauseId[] | undefined {
  return kind === 'mutant' ? [...new Set([...killedBy, ...(before?.seenBy ?? [])])] : undefined;
}

function ascending(seeds: readonly number[]): number[] {
  return [...seeds].sort((one, other) => one - other);
}

/** True if the stored proof is of today's expectation. */
export function isCurrent(detected: StoredVerdict, { killedBy, alsoBreaks }: SampleEndpoint): boolean {
  const same = (one: readonly string[], other: readonly string[]) => one.join() === other.join();
  return same(detected.killedBy, killedBy) && same(detected.alsoBreaks, alsoBreaks);
}
