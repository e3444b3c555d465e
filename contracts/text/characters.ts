/** The length of a text in characters as the page counts them: Unicode code points. */
export function codePointCount(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Half of a surrogate pair. JSON can escape it (`"\ud800"`), but it is not a Unicode character. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** C0, DEL, C1 and the noncharacters. The `ecs` profile only recommends to accept them. */
export function hasControlCharacter(text: string): boolean {
  return /[\p{Control}\p{Noncharacter_Code_Point}]/u.test(text);
}

export function hasAstralCharacter(text: string): boolean {
  return /[\u{10000}-\u{10FFFF}]/u.test(text);
}
