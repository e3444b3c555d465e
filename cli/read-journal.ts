import type { ServerSnapshot } from '../targets/snapshot/server-snapshot';
import { earlierJournal } from './earlier-journal';
import { entryOf, type JournalEntry, type JournalHead, type ReadJournal, subjectOf } from './journal-content';
import { journalFormat, type Lines, linesOf, numberedLine } from './journal-lines';
import type { Files } from './machine/files';
import { readBytes } from './read-text';
import { UsageError } from './usage-error';

/** @throws {UsageError} for a file that cannot be read or is no journal. */
export function readJournal(path: string, files: Files): ReadJournal {
  const bytes = readBytes(path, 'the journal', 'give the file that the run named, or nothing if there is none', files);
  const lines = linesOf(bytes);
  const earlier = earlierJournal(path, lines);
  if (earlier !== undefined) return earlier;
  const read = lines.all.map((line) => numberedLine(line));
  const isNone = read.every((line) => line === undefined) && !looksLikeOne(bytes.toString('latin1'));
  if (isNone) throw new UsageError(`${path} is no journal of a run: give the file that the run named`);
  const head = headOf(path, read[0]?.number === 0 ? read[0].content : undefined);
  return head === undefined ? headless(path, read) : withHead(path, head, read, lines);
}

type Read = ReturnType<typeof numberedLine>;

/** Of a file without one good line: whether it begins as a journal, or says that it is one. */
function looksLikeOne(text: string): boolean {
  const isBegun = ['{"digest":"', '{"kind":"journal"'].some((begin) => begin.startsWith(text.slice(0, begin.length)));
  return isBegun || text.includes('ecs-metadata-conformance/journal/');
}

/** @throws {UsageError} for a journal of a later version. */
function headOf(path: string, content: Readonly<Record<string, unknown>> | undefined): JournalHead | undefined {
  const subject = subjectOf(content);
  if (subject === undefined) return undefined;
  const { made, changed } = subject as Partial<JournalHead>;
  if (subject.format === journalFormat) return isTexts(made) && isTexts(changed) ? (subject as JournalHead) : undefined;
  throw new UsageError(
    `${path} has the format ${subject.format}: restore with the version of this command that wrote it`,
  );
}

function isTexts(json: unknown): boolean {
  return Array.isArray(json) && json.every((each) => typeof each === 'string');
}

function headless(path: string, read: readonly Read[]): ReadJournal {
  const entries = read.map((line) => entryOf(line?.content)).filter((entry) => entry !== undefined);
  return {
    subject: undefined,
    held: entries.filter((entry) => entry.kind === 'held'),
    made: new Map(entries.flatMap((entry) => (entry.kind === 'making' ? [[entry.name, entry.id] as const] : []))),
    damage: [
      read.length === 0
        ? `${path} is empty: if a run has left it, it has lost what it held`
        : `the first line of ${path} is damaged, which says of what target and of which servers it is`,
      'which servers the run has changed or made is not known, so nothing is put back',
    ],
  };
}

function withHead(path: string, head: JournalHead, read: readonly Read[], { areWhole }: Lines): ReadJournal {
  const names = [...head.made, ...head.changed];
  const entries = new Map<number, JournalEntry>();
  const damage: string[] = [];
  let damaged = 0;
  for (const [index, line] of read.entries()) {
    if (index === 0) continue;
    const entry = entryOf(line?.content);
    const isLast = index === read.length - 1;
    const place = `line ${index + 1} of ${path}`;
    if (line === undefined || entry === undefined || nameOf(entry) !== names[line.number - 1]) {
      if (isLast && !areWhole) continue;
      damaged += 1;
      damage.push(`${place} is damaged: it is not as it was written`);
    } else if (entries.has(line.number)) {
      damage.push(`${place} repeats an earlier one`);
    } else {
      entries.set(line.number, entry);
    }
  }
  if (names.length - entries.size > damaged) {
    damage.push(`${path} is cut off: of its ${names.length} entries ${entries.size} can be read`);
  } else if (!areWhole) {
    damage.push(`${path} is cut off in its last line`);
  }
  const made = new Map<string, string | undefined>();
  const held: ServerSnapshot[] = [];
  for (const [index, name] of names.entries()) {
    const entry = entries.get(index + 1);
    if (entry?.kind === 'held') held.push(entry);
    // The name is all that it takes to find a server that was made.
    else if (index < head.made.length) made.set(name, entry?.id);
    else damage.push(`server ${name} may have been changed, and what it held before the run is not known: look at it`);
  }
  return { subject: head, held, made, damage };
}

/** By which the head knows it. */
function nameOf(entry: JournalEntry): string {
  return entry.kind === 'making' ? entry.name : entry.server.id;
}
