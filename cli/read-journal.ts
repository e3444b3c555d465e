import { asObject } from '../contracts/json-object';
import type { Held } from '../targets/held';
import { type JournalEntry, journalFormat } from './journal-file';
import type { Files } from './machine/files';
import { readText } from './read-text';
import { UsageError } from './usage-error';

/** What a run has written down before it ended. */
export interface ReadJournal {
  readonly target: string;
  readonly projectId: string;
  readonly otherProjectId?: string;
  readonly hasProject?: boolean;
  readonly held: readonly Held[];
  /** Names of the servers that it made or was about to make, and their ids where they are known. */
  readonly made: ReadonlyMap<string, string | undefined>;
}

/** @throws {UsageError} for a file that cannot be read or is no journal. */
export function readJournal(path: string, files: Files): ReadJournal {
  const text = readText(path, 'the journal', 'give the file that the run named, or nothing if there is none', files);
  // The power may have gone in the middle of the last line: what it announces was not done.
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  if (lines.every((line) => line === '')) throw empty(path);
  let entries: JournalEntry[];
  try {
    entries = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as JournalEntry);
  } catch {
    throw none(path);
  }
  const [head, ...rest] = entries;
  if (head?.kind !== 'journal' || head.format !== journalFormat || !rest.every(isWhole)) throw none(path);
  if (typeof head.target !== 'string' || typeof head.projectId !== 'string') throw none(path);
  if (rest.length === 0) throw empty(path);
  const made = new Map<string, string | undefined>();
  for (const entry of rest) if (entry.kind === 'making') made.set(entry.name, entry.id);
  const held = rest.filter((entry) => entry.kind === 'held');
  return { ...head, held, made };
}

function isWhole(entry: JournalEntry | null): boolean {
  if (entry === null) return false;
  if (entry.kind === 'making') return typeof entry.name === 'string';
  return entry.kind === 'held' && typeof entry.server?.id === 'string' && asObject(entry.metadata) !== undefined;
}

function empty(path: string): UsageError {
  return new UsageError(`${path} announces nothing: remove it`);
}

function none(path: string): UsageError {
  return new UsageError(`${path} is no journal of a run: give the file that the run named`);
}
