import { createHash } from 'node:crypto';
import type { Edition } from '../../contracts/editions';

/** SHA-256 in lower-case hexadecimal digits, as in-toto names it. */
export interface Digest {
  readonly sha256: string;
}

export function digestOf(data: string | Buffer): Digest {
  return { sha256: createHash('sha256').update(data).digest('hex') };
}

/** Of what is too large to be held at once. */
export async function digestOfPieces(pieces: AsyncIterable<Buffer>): Promise<Digest> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return { sha256: hash.digest('hex') };
}

/** Of the edition as its file holds it. */
export function digestOfEdition(edition: Edition): Digest {
  return digestOf(`${JSON.stringify(edition, null, 2)}\n`);
}
