import type { Arbitrary } from 'fast-check';
import { metadata } from './metadata';

/** Legal bodies with a byte order mark before them. An open question: RFC 8259 lets a parser ignore it. */
export function byteOrderMarkBodies(): Arbitrary<string> {
  return metadata({ maxPairs: 3 }).map((map) => `\uFEFF${JSON.stringify({ metadata: map })}`);
}
