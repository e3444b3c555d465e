import type { Metadata } from '../metadata';

/** The keys of these maps that differ from another one in upper and lower case alone. */
export function twinsIn(...maps: readonly Metadata[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const twins = new Set<string>();
  for (const key of maps.flatMap(Object.keys)) {
    const lower = key.toLowerCase();
    const other = first.get(lower);
    if (other === undefined) first.set(lower, key);
    else if (other !== key) twins.add(other).add(key);
  }
  return twins;
}
