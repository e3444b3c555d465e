import { createHash } from 'node:crypto';
import type { Evidence } from '../../contracts/evidence';
import { BadBundle } from './bad-bundle';
import type { Digest } from './digest';

/** Reads evidence piece by piece, and takes the digest of the very bytes that are read. */
export class EvidenceLines {
  private readonly hash = createHash('sha256');

  constructor(private readonly pieces: AsyncIterable<Buffer>) {}

  /** @throws {BadBundle} for a line that is no evidence. */
  async *read(): AsyncGenerator<Evidence> {
    const rest: Buffer[] = [];
    let number = 0;
    for await (const piece of this.pieces) {
      this.hash.update(piece);
      let from = 0;
      for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
        number += 1;
        yield parsed(Buffer.concat([...rest.splice(0), piece.subarray(from, end)]), number);
        from = end + 1;
      }
      rest.push(piece.subarray(from));
    }
    if (Buffer.concat(rest).length > 0) throw new BadBundle('the evidence ends in the middle of a line');
  }

  /** Once everything is read. */
  digest(): Digest {
    return { sha256: this.hash.digest('hex') };
  }
}

const kinds: ReadonlySet<unknown> = new Set(['run', 'exchange', 'trial', 'check']);

function parsed(line: Buffer, number: number): Evidence {
  try {
    const evidence = JSON.parse(line.toString('utf8')) as Evidence | null;
    if (evidence !== null && kinds.has(evidence.kind)) return evidence;
  } catch {
    // Falls through to the complaint.
  }
  throw new BadBundle(`line ${number} of the evidence is none`);
}
