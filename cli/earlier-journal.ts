import { asObject } from '../contracts/http/json';
import { entryOf, type JournalEntry, type ReadJournal, subjectOf } from './journal-content';
import type { Lines } from './journal-lines';

const format = 'ecs-metadata-conformance/journal/1';

/**
 * Reads a journal of the first format, whose lines have neither numbers nor digests; undefined for any other file. That
 * whole lines are missing at its end cannot be seen.
 */
export function earlierJournal(path: string, { all, areWhole }: Lines): ReadJournal | undefined {
  const [first, ...rest] = all.map(jsonLine);
  const subject = subjectOf(first);
  if (subject?.format !== format) return undefined;
  const made = new Map<string, string | undefined>();
  const entries: JournalEntry[] = [];
  const damage: string[] = [];
  const lost = 'a server that it names may have been changed or made, and what it held before is not known';
  for (const [index, json] of rest.entries()) {
    const entry = entryOf(json);
    const isCut = index === rest.length - 1 && !areWhole;
    if (isCut) damage.push(`${path} is cut off in its last line: ${lost}`);
    else if (entry === undefined) damage.push(`line ${index + 2} of ${path} is damaged: ${lost}`);
    if (entry !== undefined) entries.push(entry);
  }
  for (const entry of entries) if (entry.kind === 'making') made.set(entry.name, entry.id);
  if (entries.length === 0 && damage.length === 0) {
    damage.push(`${path} is cut off after its first line: which servers the run has changed or made is not known`);
  }
  return { subject, held: entries.filter((entry) => entry.kind === 'held'), made, damage };
}

function jsonLine(line: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    return asObject(JSON.parse(line.toString('utf8')));
  } catch {
    return undefined;
  }
}
