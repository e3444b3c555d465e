/** Short enough that nothing but its characters can be what is peculiar about a value, in characters and in bytes. */
const perText = 60;

const blockSize = 0x1000;
const assigned = /[^\p{Cn}\p{Cc}\p{Cs}\p{Co}]/gu;

/**
 * Every assigned character of Unicode but controls, surrogates and private use, as texts of 60: the search for one
 * character that is spoiled cannot be left to chance. Those of the basic plane come first.
 */
export function everyCharacter(): readonly string[] {
  known ??= texts();
  return known;
}

let known: readonly string[] | undefined;

function texts(): string[] {
  const all: string[] = [];
  let text: string[] = [];
  const end = () => {
    if (text.length > 0) all.push(text.join(''));
    text = [];
  };
  // A block at a time: one search of a long text is faster than a test of each character.
  for (let start = 0; start <= 0x10ffff; start += blockSize) {
    if (start === 0x10000) end();
    const block = String.fromCodePoint(...Array.from({ length: blockSize }, (_, place) => start + place));
    for (const character of block.match(assigned) ?? []) {
      text.push(character);
      if (text.length === perText) end();
    }
  }
  end();
  return all;
}
