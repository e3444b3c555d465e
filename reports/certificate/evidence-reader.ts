import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Evidence, evidenceFormat } from '../../contracts/evidence/events';
import { InvalidBundleError, rejectDuplicateNames } from './invalid-bundle';
import type { Digest } from './statement';

/**
 * The longest line, in bytes. An exchange needs less than a megabyte. A parsed line needs up to fifty times its length
 * in memory, and a compressed one costs its author nothing.
 */
const maxLineLength = 16 * 1024 * 1024;

/** Reads evidence piece by piece, and computes the digest of the same bytes. */
export class EvidenceReader {
  private readonly hash = createHash('sha256');

  constructor(
    private readonly pieces: AsyncIterable<Buffer>,
    private readonly isCompressed: boolean,
  ) {}

  /** @throws {InvalidBundleError} for a line that is not evidence, and for bytes that are not a whole gzip file. */
  async *read(): AsyncGenerator<Evidence> {
    const rest: Buffer[] = [];
    let length = 0;
    let number = 1;
    for await (const piece of this.isCompressed ? decompressed(this.hashed()) : this.hashed()) {
      let from = 0;
      for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
        yield parseLine(Buffer.concat([...rest.splice(0), piece.subarray(from, end)]), number);
        number += 1;
        length = 0;
        from = end + 1;
      }
      rest.push(piece.subarray(from));
      length += piece.length - from;
      if (length > maxLineLength) {
        throw new InvalidBundleError(`line ${number} of the evidence is longer than ${maxLineLength / 1024 / 1024} MB`);
      }
    }
    if (length > 0) throw new InvalidBundleError('the evidence ends in the middle of a line');
  }

  /** The digest of all bytes. Valid once everything is read. */
  digest(): Digest {
    return { sha256: this.hash.digest('hex') };
  }

  private async *hashed(): AsyncGenerator<Buffer> {
    for await (const piece of this.pieces) {
      this.hash.update(piece);
      yield piece;
    }
  }
}

async function* decompressed(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  // The loop throws the errors of the pipeline.
  pipeline(Readable.from(pieces), gunzip, () => {});
  try {
    yield* gunzip;
  } catch (error) {
    if (!/^Z_/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new InvalidBundleError(
      `the evidence is not a whole gzip file: it is truncated or damaged (${(error as Error).message})`,
    );
  }
}

/** All kinds. The type of the record makes the compiler find a missing one. */
const eventKinds: Readonly<Record<Evidence['kind'], true>> = {
  run: true,
  preflight: true,
  exchange: true,
  trial: true,
  reproduction: true,
  others: true,
  'left out': true,
  check: true,
};
const kinds: ReadonlySet<unknown> = new Set(Object.keys(eventKinds));

/** The first format did not have to name itself. */
const unnamedFormat = 'ecs-metadata-conformance/evidence/1';

function requireFormat({ format = unnamedFormat }: { readonly format?: string }): void {
  if (format === evidenceFormat) return;
  throw new InvalidBundleError(
    `the evidence has the format ${JSON.stringify(format)}, this version reads ${evidenceFormat}: verify it with the version of the suite that made it`,
  );
}

function parseLine(line: Buffer, number: number): Evidence {
  const text = line.toString('utf8');
  try {
    const evidence = JSON.parse(text) as Evidence | null;
    if (evidence !== null && kinds.has(evidence.kind)) {
      if (evidence.kind === 'run') requireFormat(evidence);
      rejectDuplicateNames(text, `line ${number} of the evidence`);
      return evidence;
    }
  } catch (error) {
    if (error instanceof InvalidBundleError) throw error;
  }
  throw new InvalidBundleError(`line ${number} of the evidence is not valid evidence`);
}
