/** Lengths of more characters than a limit allows: 256, 257, 300 and 1,000 for the page's 255. */
export function excessiveLengths(limit: number): { next: number; second: number; longer: number; far: number } {
  return { next: limit + 1, second: limit + 2, longer: Math.round(limit * 1.175), far: Math.round(limit * 3.92) };
}

/** The first characters of a text, counted as the page counts them. */
export function firstCharacters(text: string, length: number): string {
  return [...text].slice(0, length).join('');
}

/** A text over and over, in exactly so many characters. */
export function repeatToLength(text: string, length: number): string {
  return firstCharacters(text.repeat(length), length);
}

/** A text as pieces that are no longer than that. */
export function splitByLength(text: string, length: number): string[] {
  const characters = [...text];
  return Array.from({ length: Math.ceil(characters.length / length) }, (_, place) =>
    characters.slice(place * length, (place + 1) * length).join(''),
  );
}

/** For a choice among texts: it shrinks towards the first. */
export function shorterFirst(texts: readonly string[]): string[] {
  return texts.toSorted((one, other) => one.length - other.length);
}
