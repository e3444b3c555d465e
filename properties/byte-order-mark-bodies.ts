import type { Arbitrary } from 'fast-check';
import { metadata } from './metadata';
import type { Within } from './within';

/** Legal bodies with a byte order mark before them. An open question: RFC 8259 lets a parser ignore it. */
export function byteOrderMarkBodies(within: Within = {}): Arbitrary<string> {
  return metadata({ maxPairs: 3, ...within }).map((map) => `\uFEFF${JSON.stringify({ metadata: map })}`);
}
