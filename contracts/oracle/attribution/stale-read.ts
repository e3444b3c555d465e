import type { ClauseId } from '../../clauses';
import { type Metadata, sameMetadata } from '../../metadata';
import type { Violated } from '../finding';

/**
 * Adds `explainedBy` to findings on an unexpected map. If the server had this map before, or got it later, a replace
 * without effect explains the findings too.
 */
export function explainByStaleRead(
  findings: readonly Violated[],
  earlierMaps: readonly Metadata[],
  expected: readonly Metadata[],
  seen: Metadata,
): Violated[] {
  if (!earlierMaps.some((map) => sameMetadata(map, seen))) return [...findings];
  const explainedBy = [...new Set(expected.flatMap((map) => missingEffects(map, seen)))];
  return findings.map((finding) => ({ ...finding, explainedBy }));
}

/** The clauses of a replace that would have turned the map `seen` into `expected`. */
function missingEffects(expected: Metadata, seen: Metadata): ClauseId[] {
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
