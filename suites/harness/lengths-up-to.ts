type LengthOf = (limit: number) => number;

/** Lengths that every limit allows. */
const always = 2;

/**
 * Lengths that must be taken, each with a name fit for the title of a check: these, or the limit where that is lower, and
 * the last two.
 */
export function lengthsUpTo(fixed: readonly number[]): readonly (readonly [name: string, lengthOf: LengthOf])[] {
  return [
    ...fixed.map((length) => [nameOf(length), (limit: number) => Math.min(length, limit)] as const),
    ['one character less than the limit', (limit) => limit - 1],
    ['the limit', (limit) => limit],
  ];
}

function nameOf(length: number): string {
  const characters = length === 1 ? '1 character' : `${length} characters`;
  return length <= always ? characters : `${characters}, or of the limit`;
}
