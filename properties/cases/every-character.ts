import { type LimitOptions, limitsOf } from './limits';

/**
 * Characters of one text. The text is so short, in characters and in bytes, that its length is not a feature. With a
 * very low limit it is a little longer, because there would be too many texts.
 */
function perTextOf(limit: number): number {
  return Math.min(60, limit, Math.max(16, limit >> 2));
}

const blockSize = 0x1000;
const assigned = /[^\p{Cn}\p{Cc}\p{Cs}\p{Co}]/gu;

/**
 * Every assigned character of Unicode except controls, surrogates and private use, in texts of 60 characters, or fewer
 * with a low limit. A random search would miss a single corrupted character. Those of the basic plane come first.
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
  const codes: number[] = [];
  // One match over a block is faster than a test of each character.
  for (let start = 0; start <= 0x10ffff; start += blockSize) {
    if (start === 0x10000) end();
    for (let place = 0; place < blockSize; place += 1) codes[place] = start + place;
    const block = String.fromCodePoint.apply(undefined, codes);
    for (const character of block.match(assigned) ?? []) {
      text.push(character);
      if (text.length === perText) end();
    }
  }
  end();
  return all;
}
