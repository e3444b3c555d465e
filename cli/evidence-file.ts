import { closeSync, openSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { clip } from '../contracts/clip';
import type { Evidence } from '../contracts/evidence';

/** Characters of text that are compressed at once. */
const pieceLength = 256 * 1024;

/**
 * Writes evidence as compressed JSON Lines. Each piece is a complete gzip member, and many members make one gzip file:
 * whatever ends the process, all pieces but the last can be read, and memory holds one piece at most.
 */
export class EvidenceFile {
  private readonly file: number;
  private piece = '';
  /** Whether nothing was added. */
  isEmpty = true;

  /** @throws Node's error for a file that cannot be opened. */
  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  /** @throws Node's error for a file that cannot be written to. */
  add(evidence: Evidence): void {
    this.isEmpty = false;
    this.piece += `${JSON.stringify(evidence)}\n`;
    if (this.piece.length >= pieceLength) this.flush();
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
      closeSync(this.file);
    }
  }

  private flush(): void {
    let rest = this.piece;
    this.piece = '';
    do {
      // A line may be many times as long as a piece, and compressing takes as much room again.
      const { text } = clip(rest, 4 * pieceLength);
      rest = rest.slice(text.length);
      writeFileSync(this.file, gzipSync(text));
    } while (rest !== '');
  }
}
