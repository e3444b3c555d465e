/** Kinds of characters beyond ASCII, the first that fits. */
const kinds: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['lone surrogates', /\p{Surrogate}/u],
  ['noncharacters', /\p{Noncharacter_Code_Point}/u],
  ['controls (C1)', /\p{Control}/u],
  ['beyond U+FFFF', /[\u{10000}-\u{10FFFF}]/u],
  ['invisible (format)', /\p{Format}/u],
  ['spaces and separators', /\p{Separator}/u],
  ['combining marks', /\p{Mark}/u],
  ['Latin letters', /\p{Script=Latin}/u],
  ['other letters', /\p{Letter}/u],
  ['numbers', /\p{Number}/u],
  ['punctuation', /\p{Punctuation}/u],
  ['symbols', /\p{Symbol}/u],
  ['private use', /\p{Private_Use}/u],
];

const others = 'unassigned';

/** Beside the 128 characters of ASCII, the cells of a picture of characters. */
export const characterKinds: readonly string[] = [...kinds.map(([kind]) => kind), others];

/** The cell that a character falls into: an ASCII character is its own. */
export function characterCell(character: string): string {
  if ((character.codePointAt(0) ?? 0) < 0x80) return character;
  return kinds.find(([, pattern]) => pattern.test(character))?.[0] ?? others;
}
