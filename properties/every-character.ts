/** Short enough that nothing but its characters can be what is peculiar about a value, in characters and in bytes. */
const perText = 60;

/**
 * Every assigned character of Unicode but controls, surrogates and private use, as texts of 60: the search for one
 * character that is spoiled cannot be left to chance. Those of the basic plane come first.
 */
export function everyCharacter(): string[] {
  const texts: string[] = [];
  let text: string[] = [];
  const end = () => {
    if (text.length > 0) texts.push(text.join(''));
    text = [];
  };
  for (let codePoint = 0x20; codePoint <= 0x10ffff; codePoint += 1) {
    const character = String.fromCodePoint(codePoint);
    if (!/[\p{Cn}\p{Cc}\p{Cs}\p{Co}]/u.test(character)) text.push(character);
    if (text.length === perText || codePoint === 0xffff) end();
  }
  end();
  return texts;
}
