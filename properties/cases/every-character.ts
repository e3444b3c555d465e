import { type LimitOptions, limitsOf } from './limits';

/**
 * Short enough that nothing but its characters can be what is peculiar about a value, in characters and in bytes. Where
 * the limit is very low, there would be too many of them: some bytes more are the lesser evil.
 */
function perTextOf(limit: number): number {
  return Math.min(60, limit, Math.max(16, limit >> 2));
}

const blockSize = 0x1000;
const assigned = /[^\p{Cn}\p{Cc}\p{Cs}\p{Co}]/gu;

/**
 * Every assigned character of Unicode but controls, surrogates and private use, as texts of 60, or fewer where the limit
 * is low: the search for one character that is spoiled cannot be left to chance. Those of the basic plane come first.
 */
export function everyCharacter(within: LimitOptions = {}): readonly string[] {
  const perText = perTextOf(limitsOf(within).valueLength);
  const texts = known.get(perText) ?? textsOf(perText);
  known.set(perText, texts);
  return texts;
}

const known = new Map<number, readonly string[]>();

function textsOf(perText: number): string[] {
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
