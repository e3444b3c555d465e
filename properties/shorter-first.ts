/** For a choice among texts: it shrinks towards the first. */
export function shorterFirst(texts: readonly string[]): string[] {
  return texts.toSorted((one, other) => one.length - other.length);
}
