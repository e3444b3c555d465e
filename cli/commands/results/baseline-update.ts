import { dirname } from 'node:path';
import { type Document, isSeq, parseDocument, stringify } from 'yaml';
import { clauseOf } from '../../../contracts/clauses';
import { shardLabel } from '../../../reports/formats/shared/shard-label';
import type { BaselineOutcome, KnownFailure, Result } from '../../../reports/result/result';
import { applyBaseline } from '../../../reports/verdict/baseline';
import { ConfigurationError } from '../../../targets/errors';
import { writeFile } from '../../machine/files';
import type { Machine } from '../../machine/machine';
import { memberProblems, placeholders, readBaseline } from '../../settings/baseline-file';
import { readResultFile } from './compare';

export interface BaselineUpdateOptions {
  readonly baseline: string;
  /** For the added entries, for placeholders of the others, and `expires` for an expired one. */
  readonly reason?: string;
  readonly owner?: string;
  readonly expires?: string;
}

/**
 * Adds the new failures of a result to a baseline, and removes the entries that no longer fail. Comments of the file stay.
 * In the other entries, the flags replace placeholders and an expired date; every other value stays. Gives the exit code,
 * 0.
 *
 * @throws {ConfigurationError} for a wrong flag, result or baseline, and for a file that cannot be written.
 */
export function baselineUpdate(resultPath: string, options: BaselineUpdateOptions, machine: Machine): number {
  const { files, console, network } = machine;
  const { baseline: path } = options;
  const members = parseMembers(options);
  const result = readResultFile(resultPath, files);
  if (result.verdict === 'error') {
    throw new ConfigurationError(`the run of ${resultPath} ended with an error of the suite: give another result`);
  }
  const { shard } = result.run;
  if (shard !== undefined) {
    throw new ConfigurationError(
      `${resultPath} is of ${shardLabel({ shard })}: merge the shards, and give that result`,
    );
  }
  const isThere = files.exists(path);
  const before = isThere ? readBaseline(path, { files, allowPlaceholders: true }) : [];
  const today = network.clock.date().toISOString().slice(0, 10);
  const outcome = applyBaseline(result, before, today).baseline as BaselineOutcome;
  const added = outcome.unknown.map((clause): KnownFailure => ({ clause, ...placeholders, ...members }));
  const entries = before.map(
    (entry): Entry => ({
      entry,
      isRemoved: outcome.noLongerFailing.includes(entry),
      replaced: replacedMembers(entry, members, today),
    }),
  );
  if (added.length > 0 || entries.some(isEdited)) {
    const text = isThere ? files.read(path).toString('utf8') : '';
    write(path, edited(path, text, entries, added), machine);
  }
  console.outWrapped(...describeUpdate({ path, result, entries, added, members, today }));
  return 0;
}

type Members = Partial<Omit<KnownFailure, 'clause'>>;

/** An entry that the baseline has already. */
interface Entry {
  readonly entry: KnownFailure;
  /** It no longer fails. */
  readonly isRemoved: boolean;
  /** The members that get a new value. */
  readonly replaced: Members;
}

function replacedMembers(entry: KnownFailure, members: Members, today: string): Members {
  const given = Object.entries(members) as [keyof Members, string][];
  return Object.fromEntries(
    given.filter(([name]) => isPlaceholder(entry, name) || (name === 'expires' && entry.expires < today)),
  );
}

function isEdited({ isRemoved, replaced }: Entry): boolean {
  return isRemoved || Object.keys(replaced).length > 0;
}

function parseMembers(options: BaselineUpdateOptions): Members {
  const given = Object.entries(options).filter(([name]) => Object.hasOwn(memberProblems, name));
  for (const [name, text] of given) {
    const problem = memberProblems[name as keyof typeof memberProblems](text);
    if (problem !== undefined) throw new ConfigurationError(`--${problem}`);
  }
  return Object.fromEntries(given);
}

/** The file without the removed entries, with the replaced members, and with the added entries. */
function edited(path: string, text: string, entries: readonly Entry[], added: readonly KnownFailure[]): string {
  const isKept = (_: unknown, place: number) => entries[place]?.isRemoved !== true;
  const document: Document = parseDocument(text);
  if (path.endsWith('.json')) {
    const kept = entries.map(({ entry, replaced }) => ({ ...entry, ...replaced })).filter(isKept);
    return `${JSON.stringify([...kept, ...added], null, 2)}\n`;
  }
  if (!isSeq(document.contents)) return stringify(added);
  for (const [place, { replaced }] of entries.entries()) {
    for (const [name, value] of Object.entries(replaced)) document.setIn([place, name], value);
  }
  const { contents } = document;
  contents.items = contents.items.filter(isKept);
  for (const entry of added) contents.add(document.createNode(entry));
  return document.toString({ lineWidth: 0 });
}

function write(path: string, text: string, { files }: Machine): void {
  try {
    files.makeFolder(dirname(path));
    writeFile(files, path, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigurationError(`the baseline ${path} cannot be written (${code}): give another --baseline`);
  }
}

interface Update {
  readonly path: string;
  readonly result: Result;
  readonly entries: readonly Entry[];
  readonly added: readonly KnownFailure[];
  readonly members: Members;
  readonly today: string;
}

function describeUpdate({ path, result, entries, added, members, today }: Update): string[] {
  const verdicts = new Map(result.clauses.map(({ clause, verdict }) => [clause, verdict]));
  const removed = entries.filter(({ isRemoved }) => isRemoved);
  const changed = entries.filter((each) => !each.isRemoved && isEdited(each));
  const kept = entries.filter((each) => !isEdited(each));
  const row = (word: string, clause: KnownFailure['clause'], notes: readonly string[]) =>
    `${word.padEnd(9)}${clause.padEnd(15)}${notes.join('; ')}`;
  const left = [...entries.filter(({ isRemoved }) => !isRemoved), ...added.map((entry) => ({ entry, replaced: {} }))];
  const isOpen = left.some(({ entry, replaced }) =>
    memberNames.some((name) => isPlaceholder({ ...entry, ...replaced }, name)),
  );
  const isSame = added.length + removed.length + changed.length === 0;
  const counts = `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${kept.length} kept`;
  const notesOf = (each: Entry) => describeEntry(each, verdicts.get(each.entry.clause), members, today);
  return [
    ...added.map(({ clause }) => row('added', clause, [`fails: ${clauseOf(clause).sentence}`])),
    ...removed.map(({ entry: { clause } }) => row('removed', clause, [`no longer fails: ${verdicts.get(clause)}`])),
    ...changed.map((each) => row('changed', each.entry.clause, notesOf(each))),
    ...kept.map((each) => row('kept', each.entry.clause, notesOf(each))),
    `${isSame ? 'nothing to change in ' : ''}${path}: ${counts}`,
    ...(isOpen
      ? [`next: fill in reason, owner (a URL) and expires in ${path}; a run refuses the file until then`]
      : []),
  ];
}

const memberNames = Object.keys(placeholders) as (keyof typeof placeholders)[];

function isPlaceholder(entry: KnownFailure, name: keyof typeof placeholders): boolean {
  return entry[name] === placeholders[name];
}

function describeEntry(
  { entry, replaced }: Entry,
  verdict: string | undefined,
  members: Members,
  today: string,
): string[] {
  const state = verdict === 'failed' ? 'still fails' : verdict === undefined ? 'not in the result' : 'not tested';
  const filled = Object.keys(replaced).filter((name) => isPlaceholder(entry, name as keyof typeof placeholders));
  const renewed = replaced.expires !== undefined && !filled.includes('expires');
  const own = Object.keys(members).filter((name) => !Object.hasOwn(replaced, name));
  const { expires } = { ...entry, ...replaced };
  return [
    state,
    ...(filled.length === 0 ? [] : [`filled in: ${filled.join(', ')}`]),
    ...(renewed ? [`expires ${replaced.expires}, was ${entry.expires}`] : []),
    ...(own.length === 0 ? [] : [`not changed: ${own.join(', ')}`]),
    ...(expires < today ? [`expired on ${expires}: give a new date with --expires`] : []),
  ];
}
