/**
 * Pairs of texts that a common hash takes for one: whoever tells texts apart by it alone loses one of them.
 *
 * Sums of characters; `String.hashCode` of Java; CRC-32; FNV-1 and FNV-1a (32 bits); djb2 by sum and by exclusive or.
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
