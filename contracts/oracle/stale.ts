import type { ClauseId } from '../clauses';
import { type Metadata, sameMetadata } from '../metadata';
import type { Broken } from './finding';

/**
 * Findings on a map that is seen where another was expected. Where it is an earlier one of the server's, or one that comes
 * late, replaces that go without effect explain it.
 */
export function explainedByStale(
  findings: readonly Broken[],
  past: readonly Metadata[],
  expected: readonly Metadata[],
  seen: Metadata,
): Broken[] {
  if (!past.some((map) => sameMetadata(map, seen))) return [...findings];
  const explainedBy = [...new Set(expected.flatMap((map) => withoutEffect(map, seen)))];
  return findings.map((finding) => ({ ...finding, explainedBy }));
}

/** What a replace would have had to do to make the one map of the other. */
function withoutEffect(expected: Metadata, seen: Metadata): ClauseId[] {
  const keys = Object.keys(expected);
  const isLost = keys.some((key) => !Object.hasOwn(seen, key));
  const isAltered = keys.some((key) => Object.hasOwn(seen, key) && seen[key] !== expected[key]);
  const isExtra = Object.keys(seen).some((key) => !Object.hasOwn(expected, key));
  return [
    ...(isExtra ? ([keys.length > 0 ? 'REPLACE-02' : 'REPLACE-04'] as const) : []),
    ...(isLost ? (['REPLACE-01'] as const) : []),
    ...(isAltered ? (['REPLACE-03'] as const) : []),
  ];
}
