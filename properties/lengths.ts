/** Lengths of more characters than a limit allows: 256, 257, 300 and 1,000 for the page's 255. */
export function excessiveLengths(limit: number): { next: number; second: number; longer: number; far: number } {
  return { next: limit + 1, second: limit + 2, longer: Math.round(limit * 1.175), far: Math.round(limit * 3.92) };
}

/** The first characters of a text, counted as the page counts them. */
export function cut(text: string, length: number): string {
  return [...text].slice(0, length).join('');
}

/** A text over and over, in exactly so many characters. */
export function filled(text: string, length: number): string {
  return cut(text.repeat(length), length);
}

/** A text as pieces that are no longer than that. */
export function inPieces(text: string, length: number): string[] {
  const characters = [...text];
  return Array.from({ length: Math.ceil(characters.length / length) }, (_, place) =>
    characters.slice(place * length, (place + 1) * length).join(''),
  );
}
