import { createHash } from 'node:crypto';
import type { ServerSnapshot } from '../targets/snapshot/server-snapshot';
import type { JournalEntry, JournalHead, JournalSubject } from './journal-content';

export const journalFormat = 'ecs-metadata-conformance/journal/2';

/**
 * A whole journal, as JSON Lines. Each line has its number, counted from the head as 0, and a digest of all of it that
 * follows the digest: what a disk has lost or spoiled is seen line by line.
 */
export function journalText(
  subject: JournalSubject,
  made: ReadonlyMap<string, string | undefined>,
  held: readonly ServerSnapshot[],
): string {
  const head: JournalHead = {
    kind: 'journal',
    format: journalFormat,
    ...subject,
    made: [...made.keys()],
    changed: held.map(({ server }) => server.id),
  };
  const making = [...made].map(([name, id]): JournalEntry => {
    return { kind: 'making', name, ...(id === undefined ? {} : { id }) };
  });
  const entries: readonly JournalEntry[] = [...making, ...held.map((each) => ({ kind: 'held' as const, ...each }))];
  return [head, ...entries].map(lineOf).join('');
}

function lineOf(content: JournalHead | JournalEntry, number: number): string {
  const rest = `"number":${number},${JSON.stringify(content).slice(1)}`;
  return `{"digest":"${digestOf(Buffer.from(rest))}",${rest}\n`;
}

export interface NumberedLine {
  readonly number: number;
  /** Not yet looked at: the digest says only that it is as it was written. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** Reads a line without its end; undefined where it is not as it was written. */
export function numberedLine(bytes: Buffer): NumberedLine | undefined {
  const [, digest, rest = ''] = /^\{"digest":"([0-9a-f]{16})",(.*)$/s.exec(bytes.toString('latin1')) ?? [];
  if (digest === undefined || digestOf(Buffer.from(rest, 'latin1')) !== digest) return undefined;
  const { digest: _, number, ...content } = JSON.parse(bytes.toString('utf8'));
  return { number, content };
}

/** It is to find accidents: 64 bits are enough. */
function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** The lines of a file without their ends. */
export interface Lines {
  readonly all: readonly Buffer[];
  /** Whether the last one has its end. */
  readonly areWhole: boolean;
}

export function linesOf(bytes: Buffer): Lines {
  // One character a byte: an end of line is never part of another character in UTF-8.
  const parts = bytes.toString('latin1').split('\n');
  const areWhole = parts.at(-1) === '';
  const all = areWhole ? parts.slice(0, -1) : parts;
  return { all: all.map((part) => Buffer.from(part, 'latin1')), areWhole };
}
