import type { ClauseId } from '../../clauses';

/**
 * Why a clause may explain a violation, the most specific reason first. The place of a ground in this list is the only
 * thing that orders the candidates of a finding.
 */
const grounds = [
  /** Requests overlapped, and only an overlap shows this. */
  'race',
  /** Neither the response to the replace nor the later read could be parsed. */
  'unparsable response',
  /** The server shows the map of another server. */
  'map of another server',
  /** The replace and the read used different versions of the API. */
  'other version',
  /** A request since the last read must not change the map. */
  'must not change',
  /** The request contained something that the sources leave open. */
  'open question',
  /** The vm_state of the server. */
  'vm_state',
  /** The request equals the one before. */
  'repetition',
  /** A feature of the whole request: headers, body, number of pairs. */
  'request feature',
  /** A feature of one key or value. */
  'pair feature',
  /** The rejection of the request for this reason is required or allowed. */
  'reason to reject',
  /** The server had this value before. */
  'earlier value',
  /** The difference between the map sent and the map seen, whatever the pairs are. */
  'difference',
  /** Requests one after another would show it too. */
  'sequential requests',
  /** A replace of another server was in flight. */
  'concurrent server',
  /** The clause applies to every request. */
  'every request',
  /** It can happen without any request. */
  'unprovoked',
] as const;

type Ground = (typeof grounds)[number];

/** A clause that may explain a violation. */
export interface Candidate {
  readonly clause: ClauseId;
  readonly ground: Ground;
}

export function candidates(ground: Ground, ...clauses: readonly ClauseId[]): Candidate[] {
  return clauses.map((clause) => ({ clause, ground }));
}

/** The features of a request as candidates. KEY and VALUE clauses describe one pair, all others the whole request. */
export function featureCandidates(features: readonly ClauseId[]): Candidate[] {
  return features.map((clause) => ({ clause, ground: isPairFeature(clause) ? 'pair feature' : 'request feature' }));
}

export function isPairFeature(clause: ClauseId): boolean {
  return /^(KEY|VALUE)/.test(clause);
}

/** The clauses of a set of candidates, each once, the most specific first. Equal grounds keep their order. */
export function mostSpecificFirst(set: readonly Candidate[]): ClauseId[] {
  const specificity = ({ ground }: Candidate) => grounds.indexOf(ground);
  const sorted = [...set].sort((one, other) => specificity(one) - specificity(other));
  return [...new Set(sorted.map(({ clause }) => clause))];
}
