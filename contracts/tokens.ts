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

export type Caller = 'own' | 'other' | 'unknown' | 'none';

/** Who sent a request, by its recorded header. */
export function callerOf(header: string | undefined): Caller {
  if (header === undefined) return 'none';
  if (header === tokens.own) return 'own';
  return header === tokens.other ? 'other' : 'unknown';
}
