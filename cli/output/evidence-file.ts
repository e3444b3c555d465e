import { gzipSync } from 'node:zlib';
import type { Evidence } from '../../contracts/evidence/events';
import { truncate } from '../../contracts/text/truncate';
import { type Files, type OpenFile, writeAll } from '../machine/files';

/** Characters of text that are compressed at once. */
const chunkLength = 256 * 1024;

/** Takes two thirds of the time of zlib's default, and a sixth more room. */
const compression = { level: 3 };

/**
 * Writes evidence as compressed JSON Lines. Each piece is a complete gzip member, and many members make one gzip file:
 * whatever ends the process, all pieces but the last can be read, and memory holds one piece at most.
 */
export class EvidenceFile {
  private readonly file: OpenFile;
  private piece = '';
  /** Nothing was added. */
  isEmpty = true;

  /** @throws Node's error for a file that cannot be opened. */
  constructor(path: string, files: Files) {
    this.file = files.open(path, 'anew');
  }

  /** @throws Node's error for a file that cannot be written to. */
  add(evidence: Evidence): void {
    this.isEmpty = false;
    for (const part of chunksOf(evidence)) {
      this.piece += part;
      if (this.piece.length >= chunkLength) this.flush();
    }
  }

  /**
   * Writes what is left. The file is closed in any case.
   *
   * @throws Node's error for a file that cannot be written to.
   */
  close(): void {
    try {
      // No evidence at all is still a gzip file.
      if (this.piece !== '' || this.isEmpty) this.flush();
    } finally {
      this.file.close();
    }
  }

  private flush(): void {
    const { piece } = this;
    this.piece = '';
    writeAll(this.file, gzipSync(piece, compression));
  }
}

const emptyBody = '"body":{"text":"';

/**
 * The line of a piece of evidence. A large answer goes into it part by part: as JSON it may take six times its room, and
 * that as a whole several times over.
 */
function* chunksOf(evidence: Evidence): Generator<string> {
  const body = evidence.kind === 'exchange' ? evidence.exchange.response.body : undefined;
  if (evidence.kind !== 'exchange' || body === undefined || !('text' in body) || body.text.length <= chunkLength) {
    yield `${JSON.stringify(evidence)}\n`;
    return;
  }
  const { exchange } = evidence;
  const response = { ...exchange.response, body: { text: '' } };
  const line = JSON.stringify({ ...evidence, exchange: { ...exchange, response } });
  // In a text the quotation marks would be escaped, and the request comes first.
  const place = line.lastIndexOf(emptyBody) + emptyBody.length;
  yield line.slice(0, place);
  for (let rest = body.text; rest !== ''; ) {
    const { text } = truncate(rest, chunkLength);
    rest = rest.slice(text.length);
    yield JSON.stringify(text).slice(1, -1);
  }
  yield `${line.slice(place)}\n`;
}
