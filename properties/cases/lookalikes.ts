import { type LimitOptions, limitsOf } from './limits';

export interface LookalikeCase {
  readonly name: string;
  readonly pair: readonly [string, string];
}

/**
 * Pairs of values, one to replace the other, that only an exact comparison tells apart. A store that skips unchanged
 * values may compare by a collation, as numbers, after trimming, or by a part of the text.
 */
export function lookalikes(within: LimitOptions = {}): readonly LookalikeCase[] {
  const { valueLength: most } = limitsOf(within);
  const shared = [...new Set([Math.min(64, most - 1), most - 1])].map((length) => 'v'.repeat(length));
  const pairs = [...shortPairs, ...shared.map((text) => [`${text}a`, `${text}b`] as const)];
  return pairs
    .filter((pair) => pair.every((value) => [...value].length <= most))
    .map((pair) => ({ name: pair.map((value) => JSON.stringify(value)).join(' and '), pair }));
}

const shortPairs: readonly (readonly [string, string])[] = [
  ['a', 'A'],
  ['a', 'a '],
  ['a', ' a'],
  ['a b', 'a  b'],
  ['a', 'á'],
  ['á', 'a\u0301'],
  ['a', 'ａ'],
  ['i', 'ı'],
  ['ß', 'ss'],
  ['ﬁ', 'fi'],
  ['カ', 'ｶ'],
  ['あ', 'ア'],
  ['ж', 'Ж'],
  ['😀', '🍺'],
  ['a𠀀', 'a𠀁'],
  ['👍', '👍\u{1f3fd}'],
  ['e\u0323\u0307', 'e\u0307\u0323'],
  ['ab', 'ba'],
  ['Aa', 'BB'],
  ['a-b', 'ab'],
  ['a,b', 'b,a'],
  ['ab', 'a\u00adb'],
  ['ab', 'a\u200bb'],
  ['a', 'a.'],
  ['1', '01'],
  ['1', '1.0'],
  ['1', '+1'],
  ['1', 'true'],
  ['1000', '1e3'],
  ['16', '0x10'],
  ['0', '-0'],
  ['0', 'a'],
  ['0', ''],
  ['0.1', '0.10'],
  ['9007199254740992', '9007199254740993'],
  ['', ' '],
  ['', 'null'],
  ['false', '0'],
  ['true', 'True'],
  ['yes', 'true'],
  ['null', 'None'],
  ['2026-11-24', '2026-11-24T00:00:00Z'],
  ['{"a":1}', '{"a": 1}'],
  ['a/b', 'a\\/b'],
];

/**
 * Pairs of texts with equal hashes. A target that compares only hashes loses one of them. The hashes: sums of
 * characters; `String.hashCode` of Java; CRC-32; FNV-1 and FNV-1a (32 bits); djb2 by sum and by exclusive or.
 */
export const hashTwins: readonly (readonly [string, string])[] = [
  ['ab', 'ba'],
  ['ad', 'bc'],
  ['Aa', 'BB'],
  ['AaAa', 'BBBB'],
  ['gnu', 'codding'],
  ['plumless', 'buckeroo'],
  ['quists', 'creamwove'],
  ['declinate', 'macallums'],
  ['zinke', 'altarage'],
  ['hetairas', 'mentioner'],
  ['haggadot', 'loathsomenesses'],
];
