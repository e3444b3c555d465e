/** The seed of one search: another for each clause and each round, so that they do not all draw the same inputs. */
export function seedOf(seed: number, clause: string, round: number): number {
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(`${seed}:${clause}:${round}`)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 1;
}
