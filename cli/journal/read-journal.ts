import { asObject } from '../../contracts/http/json';
import { ConfigurationError } from '../../targets/errors';
import type { ServerSnapshot } from '../../targets/snapshot/server-snapshot';
import type { Files } from '../machine/files';
import { readBytes } from '../machine/user-file';
import {
  type JournalContent,
  type JournalEntry,
  type JournalHead,
  journalFormat,
  type Lines,
  parseEntry,
  parseLine,
  parseSubject,
  splitLines,
} from './journal-format';

/** @throws {ConfigurationError} for a file that cannot be read, or is not a journal. */
export function readJournal(path: string, files: Files): JournalContent {
  const bytes = readBytes(
    path,
    'the journal',
    'give the path that the run has printed; without a journal there is nothing to restore',
    files,
  );
  const lines = splitLines(bytes);
  const earlier = readFormat1(path, lines);
  if (earlier !== undefined) return earlier;
  const read = lines.all.map((line) => parseLine(line));
  const isNone = read.every((line) => line === undefined) && !looksLikeJournal(bytes.toString('latin1'));
  if (isNone) throw new ConfigurationError(`${path} is not a journal: give the path that the run has printed`);
  const head = parseHead(path, read[0]?.number === 0 ? read[0].content : undefined);
  return head === undefined ? readWithoutHead(path, read) : readWithHead(path, head, read, lines);
}

type Read = ReturnType<typeof parseLine>;

/** Recognizes a journal without a valid line, by its beginning or the name of its format. */
function looksLikeJournal(text: string): boolean {
  const isBegun = ['{"digest":"', '{"kind":"journal"'].some((begin) => begin.startsWith(text.slice(0, begin.length)));
  return isBegun || text.includes('ecs-metadata-conformance/journal/');
}

/** @throws {ConfigurationError} for a journal of a later version. */
function parseHead(path: string, content: Readonly<Record<string, unknown>> | undefined): JournalHead | undefined {
  const subject = parseSubject(content);
  if (subject === undefined) return undefined;
  const { made, changed } = subject as Partial<JournalHead>;
  if (subject.format === journalFormat)
    return areStrings(made) && areStrings(changed) ? (subject as JournalHead) : undefined;
  throw new ConfigurationError(
    `${path} has the format ${subject.format}: restore it with the version of this command that has written it`,
  );
}

function areStrings(json: unknown): boolean {
  return Array.isArray(json) && json.every((each) => typeof each === 'string');
}

function readWithoutHead(path: string, read: readonly Read[]): JournalContent {
  const entries = read.map((line) => parseEntry(line?.content)).filter((entry) => entry !== undefined);
  return {
    subject: undefined,
    held: entries.filter((entry) => entry.kind === 'held'),
    made: new Map(entries.flatMap((entry) => (entry.kind === 'making' ? [[entry.name, entry.id] as const] : []))),
    damage: [
      read.length === 0
        ? `${path} is empty: its content is lost`
        : `the first line of ${path} is damaged, so the target and the servers are unknown`,
      'the servers that the run has changed or created are unknown, so nothing is restored',
    ],
  };
}

function readWithHead(
  path: string,
  head: JournalHead,
  read: readonly Read[],
  { endsWithNewline }: Lines,
): JournalContent {
  const names = [...head.made, ...head.changed];
  const entries = new Map<number, JournalEntry>();
  const damage: string[] = [];
  let damaged = 0;
  for (const [index, line] of read.entries()) {
    if (index === 0) continue;
    const entry = parseEntry(line?.content);
    const isLast = index === read.length - 1;
    const place = `line ${index + 1} of ${path}`;
    if (line === undefined || entry === undefined || nameOf(entry) !== names[line.number - 1]) {
      if (isLast && !endsWithNewline) continue;
      damaged += 1;
      damage.push(`${place} is damaged`);
    } else if (entries.has(line.number)) {
      damage.push(`${place} repeats an earlier one`);
    } else {
      entries.set(line.number, entry);
    }
  }
  if (names.length - entries.size > damaged) {
    damage.push(`${path} is cut off: ${entries.size} of its ${names.length} entries can be read`);
  } else if (!endsWithNewline) {
    damage.push(`${path} is cut off in its last line`);
  }
  const made = new Map<string, string | undefined>();
  const held: ServerSnapshot[] = [];
  for (const [index, name] of names.entries()) {
    const entry = entries.get(index + 1);
    if (entry?.kind === 'held') held.push(entry);
    // A created server is found by its name.
    else if (index < head.made.length) made.set(name, entry?.id);
    else damage.push(`server ${name} may have been changed, and its metadata before the run is unknown: check it`);
  }
  return { subject: head, held, made, damage };
}

/** The name in the head. */
function nameOf(entry: JournalEntry): string {
  return entry.kind === 'making' ? entry.name : entry.server.id;
}

const format1 = 'ecs-metadata-conformance/journal/1';

/**
 * Reads a journal of the first format, without numbers and digests; undefined for any other file. Missing lines at its
 * end cannot be detected.
 */
function readFormat1(path: string, { all, endsWithNewline }: Lines): JournalContent | undefined {
  const [first, ...rest] = all.map(parseJsonLine);
  const subject = parseSubject(first);
  if (subject?.format !== format1) return undefined;
  const made = new Map<string, string | undefined>();
  const entries: JournalEntry[] = [];
  const damage: string[] = [];
  const lost = 'a server in it may have been changed or created, and its metadata before the run is unknown';
  for (const [index, json] of rest.entries()) {
    const entry = parseEntry(json);
    const isCut = index === rest.length - 1 && !endsWithNewline;
    if (isCut) damage.push(`${path} is cut off in its last line: ${lost}`);
    else if (entry === undefined) damage.push(`line ${index + 2} of ${path} is damaged: ${lost}`);
    if (entry !== undefined) entries.push(entry);
  }
  for (const entry of entries) if (entry.kind === 'making') made.set(entry.name, entry.id);
  if (entries.length === 0 && damage.length === 0) {
    damage.push(`${path} is cut off after its first line: the servers that the run has changed or created are unknown`);
  }
  return { subject, held: entries.filter((entry) => entry.kind === 'held'), made, damage };
}

function parseJsonLine(line: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    return asObject(JSON.parse(line.toString('utf8')));
  } catch {
    return undefined;
  }
}
