import { hashTwins } from './lookalikes';

type Step = (hash: number, byte: number) => number;

const hashes: Readonly<Record<string, readonly [start: number, step: Step]>> = {
  sum: [0, (hash, byte) => hash + byte],
  'String.hashCode': [0, (hash, byte) => Math.imul(hash, 31) + byte],
  'CRC-32': [0xffffffff, crc],
  'FNV-1': [0x811c9dc5, (hash, byte) => Math.imul(hash, 0x01000193) ^ byte],
  'FNV-1a': [0x811c9dc5, (hash, byte) => Math.imul(hash ^ byte, 0x01000193)],
  'djb2 by sum': [5_381, (hash, byte) => Math.imul(hash, 33) + byte],
  'djb2 by exclusive or': [5_381, (hash, byte) => Math.imul(hash, 33) ^ byte],
};

function crc(hash: number, byte: number): number {
  let rest = hash ^ byte;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1) === 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
}

const hashOf = (text: string, [start, step]: readonly [number, Step]) =>
  [...Buffer.from(text)].reduce((hash, byte) => step(hash, byte) >>> 0, start);

test.each(Object.entries(hashes))('%s takes some of the pairs for one', (_, hash) => {
  expect(hashTwins.filter(([one, other]) => hashOf(one, hash) === hashOf(other, hash))).not.toEqual([]);
});

test.each(hashTwins.map((pair) => [pair]))('%j is taken for one by some hash', ([one, other]) => {
  const taken = Object.entries(hashes).filter(([, hash]) => hashOf(one, hash) === hashOf(other, hash));
  expect(taken).not.toEqual([]);
});
