/** Numbers as text, neighbours joined: `0, 2 to 4`. Gaps are told where a reader has use for them: not beyond `most` parts. */
export function rangesOf(numbers: readonly number[], longest: number, most = 12): string {
  const sorted = [...numbers].sort((one, other) => one - other);
  const ranges: [number, number][] = [];
  for (const number of sorted) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  if (ranges.length > most) return `${sorted.length} lengths from ${sorted[0]} to ${sorted.at(-1)}`;
  const told = ranges.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
  if (sorted.at(-1) === longest) told.push('and longer');
  return told.join(', ') || 'none';
}
