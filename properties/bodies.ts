import fc, { type Arbitrary, type JsonValue } from 'fast-check';
import type { Metadata } from '../contracts/metadata';
import { keyCharacters } from './cases/characters';
import { type LimitOptions, limitsOf } from './cases/limits';
import { keys } from './keys';
import { maps } from './maps';
import { texts } from './texts';
import { values } from './values';

/** From the shortest to the longest. */
const spellings: readonly ((character: string) => string)[] = [
  asJson,
  (character) => (character === '/' ? '\\/' : asJson(character)),
  (character) => escapeUnits(character, (hex) => hex),
  (character) => escapeUnits(character, (hex) => hex.toUpperCase()),
];

/** The number of characters, and of gaps between tokens, after which the choices repeat. */
const choices = { minLength: 8, maxLength: 8 };

/**
 * The JSON forms of the body of one map: any order of members, any white space, optional escapes. A compliant target
 * treats all of them alike. Shrinks to the output of `JSON.stringify`.
 */
export function equivalentBodies(map: Metadata): Arbitrary<string> {
  const pairs = Object.entries(map);
  return fc
    .record({
      ranks: fc.array(fc.nat({ max: 1_000 }), { minLength: pairs.length, maxLength: pairs.length }),
      escapes: fc.array(fc.constantFrom(...spellings), choices),
      gaps: fc.array(fc.constantFrom('', ' ', '\n', '\t', '\r\n', '  '), choices),
    })
    .map(({ ranks, escapes, gaps }) => {
      let turn = 0;
      const gap = () => gaps[turn++ % gaps.length];
      const text = (raw: string) =>
        `"${Array.from(raw, (character, place) => escapes[place % escapes.length]?.(character)).join('')}"`;
      const member = (name: string, value: string) => `${gap()}${text(name)}${gap()}:${gap()}${value}${gap()}`;
      const rank = new Map(pairs.map((pair, place) => [pair, ranks[place] ?? 0]));
      const order = pairs.toSorted((one, other) => (rank.get(one) ?? 0) - (rank.get(other) ?? 0));
      const members = order.map(([key, value]) => member(key, text(value))).join(',');
      return `${gap()}{${member('metadata', `{${members}}`)}}${gap()}`;
    });
}

function asJson(character: string): string {
  return JSON.stringify(character).slice(1, -1);
}

function escapeUnits(character: string, digits: (hex: string) => string): string {
  return Array.from({ length: character.length }, (_, unit) => {
    const hex = character.charCodeAt(unit).toString(16).padStart(4, '0');
    return `\\u${digits(hex)}`;
  }).join('');
}

/** Valid bodies after a byte order mark. An open question: RFC 8259 allows a parser to ignore it. */
export function byteOrderMarkBodies(within: LimitOptions = {}): Arbitrary<string> {
  return maps({ maxPairs: 3, ...within }).map((map) => `\uFEFF${JSON.stringify({ metadata: map })}`);
}

export interface DuplicateMember {
  /** The raw text: one key of the map occurs twice, with two values. */
  readonly body: string;
  /** The stored map if the first one wins. */
  readonly first: Metadata;
  /** The stored map if the last one wins. */
  readonly last: Metadata;
}

/** Bodies with the same key twice. An open question: RFC 8259, 4, calls the outcome unpredictable. */
export function duplicateMembers(within: LimitOptions = {}): Arbitrary<DuplicateMember> {
  const twoValues = fc.uniqueArray(values(within), { minLength: 2, maxLength: 2 });
  return fc
    .tuple(keys(within), twoValues, maps({ maxPairs: 3, ...within }), fc.nat({ max: 3 }))
    .map(([key, [one = '', two = ''], map, between]) => {
      const others = Object.entries(map).filter(([other]) => other !== key);
      const members: [string, string][] = [
        [key, one],
        ...others.slice(0, between),
        [key, two],
        ...others.slice(between),
      ];
      const text = members.map((pair) => pair.map((part) => JSON.stringify(part)).join(':')).join(',');
      return {
        body: `{"metadata":{${text}}}`,
        first: Object.fromEntries([...others, [key, one]]),
        last: Object.fromEntries([...others, [key, two]]),
      };
    });
}

/** A lone continuation byte, a truncated sequence, an overlong one, a surrogate, one beyond U+10FFFF, Latin-1, 0xFF. */
const invalidSequences = [
  [0x80],
  [0xe2, 0x82],
  [0xc0, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xe9],
  [0xff],
];

/** Bodies with a valid map, except that its value is not UTF-8. An open question of the contract. */
export function invalidUtf8Bodies(within: LimitOptions = {}): Arbitrary<Buffer> {
  // A target may read each byte of the sequence as a character.
  const most = Math.floor((limitsOf(within).valueLength - 4) / 2);
  const around = texts(fc.constantFrom(...keyCharacters), { min: 0, max: Math.min(100, most) });
  return fc
    .tuple(around, fc.constantFrom(...invalidSequences), around)
    .map(([before, sequence, after]) =>
      Buffer.concat([Buffer.from(`{"metadata":{"a":"${before}`), Buffer.from(sequence), Buffer.from(`${after}"}}`)]),
    );
}

/** JSON of any structure, often nearly valid. A target may reject it, but must not fail with 5xx. */
export function jsonBodies(within: LimitOptions = {}): Arbitrary<string> {
  const { json } = fc.letrec<{ json: JsonValue }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(
        fc.constant(null),
        fc.boolean(),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        values(within),
      ),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(keys(within), values(within)), tie('json'), { maxKeys: 3 }),
    ),
  }));
  return fc.oneof(
    json.map((members) => JSON.stringify({ metadata: members })),
    fc.dictionary(keys(within), json, { maxKeys: 4 }).map((members) => JSON.stringify({ metadata: members })),
    json.map((whole) => JSON.stringify(whole)),
  );
}
