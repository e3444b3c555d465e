/** The known word that is most similar to a mistyped one; undefined when none is similar. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((each) => ({ each, distance: editDistance(word, each) }))
    .filter(({ each, distance }) => distance <= Math.max(each.length, word.length) / 2)
    .sort((one, other) => one.distance - other.distance);
  return best?.each;
}

/** Number of characters to insert, remove, replace or swap with the next one (optimal string alignment). */
export function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const edits = [
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      ];
      if (one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        edits.push((beforeLast[column - 2] ?? Number.POSITIVE_INFINITY) + 1);
      }
      current.push(Math.min(...edits));
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length] ?? 0;
}
