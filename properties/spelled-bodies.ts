import fc, { type Arbitrary } from 'fast-check';
import type { Metadata } from '../contracts/metadata';

/** From the shortest to the longest. */
const spellings: readonly ((character: string) => string)[] = [
  plain,
  (character) => (character === '/' ? '\\/' : plain(character)),
  (character) => escaped(character, (hex) => hex),
  (character) => escaped(character, (hex) => hex.toUpperCase()),
];

/** How many characters, and how many gaps between two tokens, go by before the choices come round again. */
const round = { minLength: 8, maxLength: 8 };

/**
 * The body of one map as JSON may spell it: in any order, with any white space, with characters escaped that need not
 * be. A right endpoint tells none from another. Shrinks to what `JSON.stringify` writes.
 */
export function spelledBodies(map: Metadata): Arbitrary<string> {
  const pairs = Object.entries(map);
  return fc
    .record({
      ranks: fc.array(fc.nat({ max: 1_000 }), { minLength: pairs.length, maxLength: pairs.length }),
      escapes: fc.array(fc.constantFrom(...spellings), round),
      gaps: fc.array(fc.constantFrom('', ' ', '\n', '\t', '\r\n', '  '), round),
    })
    .map(({ ranks, escapes, gaps }) => {
      let turn = 0;
      const gap = () => gaps[turn++ % gaps.length];
      const text = (raw: string) =>
        `"${Array.from(raw, (character, place) => escapes[place % escapes.length]?.(character)).join('')}"`;
      const member = (name: string, value: string) => `${gap()}${text(name)}${gap()}:${gap()}${value}${gap()}`;
      const rank = new Map(pairs.map((pair, place) => [pair, ranks[place] ?? 0]));
      const order = pairs.toSorted((one, other) => (rank.get(one) ?? 0) - (rank.get(other) ?? 0));
      const held = order.map(([key, value]) => member(key, text(value))).join(',');
      return `${gap()}{${member('metadata', `{${held}}`)}}${gap()}`;
    });
}

function plain(character: string): string {
  return JSON.stringify(character).slice(1, -1);
}

function escaped(character: string, digits: (hex: string) => string): string {
  return Array.from({ length: character.length }, (_, unit) => {
    const hex = character.charCodeAt(unit).toString(16).padStart(4, '0');
    return `\\u${digits(hex)}`;
  }).join('');
}
