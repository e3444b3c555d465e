import type { ClauseId } from '../clauses';
import type { Metadata, Version } from '../metadata';

/** A map that a server may have, and the reading of an open clause that this map shows. */
export interface PossibleMap {
  readonly map: Metadata;
  readonly reading?: { readonly clause: ClauseId; readonly reading: string };
}

/** An accepted replace without a later read. */
export interface AcceptedReplace {
  readonly kind: 'replaced';
  readonly by: Version;
  readonly sent: Metadata;
  readonly before: Metadata | undefined;
  /** True if a read showed `before`. Otherwise it follows from responses to replaces. */
  readonly wasRead: boolean;
  /** The map in the response, if it differs from the map sent. */
  readonly answeredMap: Metadata | undefined;
  readonly features: readonly ClauseId[];
  /** The open clauses that the request exercises. */
  readonly openQuestions: readonly ClauseId[];
  /** The maps that the server had before, or was sent. */
  readonly earlierMaps: readonly Metadata[];
  /** True if the response could be parsed. */
  readonly isAnswerReadable: boolean;
  /**
   * The clause of the vm_state during the request. If it was changing, `stateOnArrival` is that of the new vm_state.
   */
  readonly stateClause: ClauseId | undefined;
  readonly stateOnArrival?: ClauseId;
}

/** A request that must not change the map. Otherwise the target violates this clause. */
export interface MustNotChange {
  readonly kind: 'must not change';
  readonly clause: ClauseId;
  /** The request contained pairs, so an empty map shows it too. */
  readonly showsOnEmpty?: true;
}

/** A replace with a 5xx or without a response. Its effect is unknown: full, partial or none. */
export interface UncertainReplace {
  readonly kind: 'uncertain';
  /** The clauses that the response violates. Empty if the response does not come from the target. */
  readonly clauses: readonly ClauseId[];
}

export type ViewEvent = AcceptedReplace | MustNotChange | UncertainReplace;

/** The expected metadata of a server under one version of the API. */
export interface VersionView {
  /** The maps that the server may have. Undefined if nothing is known. */
  readonly possibleMaps: readonly PossibleMap[] | undefined;
  /** The events since the last read. */
  readonly events: readonly ViewEvent[];
  /**
   * The number of reads without a map since the last read with one. Undefined if no read in this vm_state showed a map,
   * or none since the target accepted an invalid request. One failed read may have a temporary reason, two have not.
   */
  readonly failedReads: number | undefined;
}

/** The map of a view if only one is possible. */
export function knownMap(view: VersionView): Metadata | undefined {
  return view.possibleMaps?.length === 1 ? view.possibleMaps[0]?.map : undefined;
}

/** The accepted replace since the last read. There is at most one: a later one starts a new list of events. */
export function acceptedReplace(events: readonly ViewEvent[]): AcceptedReplace | undefined {
  return events.find((event): event is AcceptedReplace => event.kind === 'replaced');
}

/** The last replace of which the effect is not known. It explains every unexpected map after it. */
export function lastUncertain(events: readonly ViewEvent[]): UncertainReplace | undefined {
  return events.findLast((event): event is UncertainReplace => event.kind === 'uncertain');
}

/** The clauses that require the map to be unchanged since the last read. */
export function unchangedClauses(events: readonly ViewEvent[]): ClauseId[] {
  return events.flatMap((event) => (event.kind === 'must not change' ? [event.clause] : []));
}
