import type { nearTokens } from './near-tokens';

/**
 * What stands in evidence where a token went over the wire. The spelling is a shell variable's, so that the curl
 * commands of a report run as they are once the reader has set it.
 */
export const tokens = {
  /** The token of the project whose servers are examined. */
  own: '$TOKEN',
  /** The token of the second project. */
  other: '$OTHER_TOKEN',
} as const;

/** A token that no target knows. Sent as it is. */
export const unknownToken = 'ecs-metadata-conformance-unknown-token';

/** `empty` sends the header with nothing in it; `lengthened` and the like: see `near-tokens.ts`. */
export type Caller = 'own' | 'other' | 'unknown' | 'none' | 'empty' | keyof typeof nearTokens;

/** Who sent a request, by its recorded header. */
export function callerOf(header: string | undefined): 'own' | 'other' | 'unknown' | 'none' {
  if (header === undefined || header === '') return 'none';
  if (header === tokens.own) return 'own';
  return header === tokens.other ? 'other' : 'unknown';
}
