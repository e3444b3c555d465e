/** Lengths beyond a limit, in characters: 256, 257, 300 and 1,000 for the page's 255. */
export function excessiveLengths(limit: number): { next: number; second: number; longer: number; far: number } {
  return { next: limit + 1, second: limit + 2, longer: Math.round(limit * 1.175), far: Math.round(limit * 3.92) };
}

/** The first characters (code points) of a text. */
export function firstCharacters(text: string, length: number): string {
  return [...text].slice(0, length).join('');
}

/** A text, repeated to exactly this number of characters. */
export function repeatToLength(text: string, length: number): string {
  return firstCharacters(text.repeat(length), length);
}

/** Splits a text into parts of at most this number of characters. */
export function splitByLength(text: string, length: number): string[] {
  const characters = [...text];
  return Array.from({ length: Math.ceil(characters.length / length) }, (_, place) =>
    characters.slice(place * length, (place + 1) * length).join(''),
  );
}

/** Sorts texts by length, because a choice among texts shrinks towards the first one. */
export function shorterFirst(texts: readonly string[]): string[] {
  return texts.toSorted((one, other) => one.length - other.length);
}
