import type { CheckId } from '../../../contracts/evidence/check-id';
import { median } from '../worker/recorder';
import counts from './request-counts.json';

/**
 * Requests that `npm run docs` has counted on the embedded endpoint, fixtures included: of a check under one
 * version, and of one input of a property.
 */
const measured: Readonly<Record<string, number>> = counts.checks;

/** For a check that is not measured yet. */
const usual = median(Object.values(measured));

/** Requests before the first check and after the last one. */
export const overhead: number = counts.overhead;

export function requestsOf(id: CheckId): number {
  return measured[id] ?? usual;
}

/** The requests that a run announces, and the bounds that follow from them. */
export interface RequestBudget {
  /** If the target conforms. */
  readonly expected: number;
  /** However wrong the target is. */
  readonly most: number;
  /** The part of `most` that may make counterexamples smaller. */
  readonly shrinking: number;
  /** The part of `most` that may send the failures once more, as their reproductions. */
  readonly reproduction: number;
}

/** A whole run may use half as much again. A run of a few checks may need this many requests to shrink a counterexample. */
const minSpare = 1_000;

/**
 * @param checks requests of the checks of the run.
 * @param limit the most requests that the user allows.
 * @param shards parts of the run, of which this is one. Most failures may be in one part: it may spend beyond its expected
 * requests what the whole run may.
 */
export function budgetOf(checks: number, limit = Number.POSITIVE_INFINITY, shards = 1): RequestBudget {
  const expected = Math.ceil(overhead + checks);
  const usual = Math.max(minSpare, Math.ceil((shards * expected) / 2));
  const spare = Math.max(0, Math.min(usual, limit - expected));
  return { expected, most: expected + spare, shrinking: spare / 2, reproduction: Math.ceil(spare / 5) };
}
