import { dirname } from 'node:path';
import { type Document, isSeq, parseDocument, stringify } from 'yaml';
import { clauseOf } from '../../contracts/clauses';
import type { BaselineOutcome, KnownFailure, Result } from '../../reports/result/result';
import { applyBaseline } from '../../reports/verdict/baseline';
import { ConfigurationError } from '../../targets/errors';
import { writeFile } from '../machine/files';
import type { Machine } from '../machine/machine';
import { memberProblems, placeholders, readBaseline } from '../settings/baseline-file';
import { readResultFile } from './compare';

export interface BaselineUpdateOptions {
  readonly baseline: string;
  /** For the added entries; a missing one becomes a placeholder. */
  readonly reason?: string;
  readonly owner?: string;
  readonly expires?: string;
}

/**
 * Adds the new failures of a result to a baseline, and removes the entries that no longer fail. Comments of the file stay.
 * Gives the exit code, 0.
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
  const isThere = files.exists(path);
  const before = isThere ? readBaseline(path, { files, allowPlaceholders: true }) : [];
  const today = network.clock.date().toISOString().slice(0, 10);
  const outcome = applyBaseline(result, before, today).baseline as BaselineOutcome;
  const added = outcome.unknown.map((clause): KnownFailure => ({ clause, ...placeholders, ...members }));
  const removed = outcome.noLongerFailing;
  if (added.length + removed.length > 0) {
    const text = isThere ? files.read(path).toString('utf8') : '';
    const isOfRemoved = (place: number) => removed.some(({ clause }) => clause === before[place]?.clause);
    write(path, edited(path, text, isOfRemoved, added), machine);
  }
  console.out(...describeUpdate(path, result, before, outcome, added));
  return 0;
}

function parseMembers(options: BaselineUpdateOptions): Partial<KnownFailure> {
  const given = Object.entries(options).filter(([name]) => Object.hasOwn(memberProblems, name));
  for (const [name, text] of given) {
    const problem = memberProblems[name as keyof typeof memberProblems](text);
    if (problem !== undefined) throw new ConfigurationError(`--${problem}`);
  }
  return Object.fromEntries(given);
}

/** The file without the removed entries, and with the added ones. */
function edited(
  path: string,
  text: string,
  isRemoved: (place: number) => boolean,
  added: readonly KnownFailure[],
): string {
  const document: Document = parseDocument(text);
  if (path.endsWith('.json')) {
    const kept = ((document.toJS() ?? []) as readonly KnownFailure[]).filter((_, place) => !isRemoved(place));
    return `${JSON.stringify([...kept, ...added], null, 2)}\n`;
  }
  if (!isSeq(document.contents)) return stringify(added);
  const { contents } = document;
  contents.items = contents.items.filter((_, place) => !isRemoved(place));
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

function describeUpdate(
  path: string,
  { clauses }: Result,
  before: readonly KnownFailure[],
  { noLongerFailing, expired }: BaselineOutcome,
  added: readonly KnownFailure[],
): string[] {
  const verdicts = new Map(clauses.map(({ clause, verdict }) => [clause, verdict]));
  const kept = before.filter((entry) => !noLongerFailing.includes(entry));
  const row = (word: string, clause: KnownFailure['clause'], note: string) =>
    `${word.padEnd(9)}${clause.padEnd(15)}${note}`;
  const isOpen = added.some((entry) => Object.keys(placeholders).some((name) => isPlaceholder(entry, name)));
  return [
    ...added.map(({ clause }) => row('added', clause, `fails: ${clauseOf(clause).sentence}`)),
    ...noLongerFailing.map(({ clause }) => row('removed', clause, `no longer fails: ${verdicts.get(clause)}`)),
    ...kept.map((entry) =>
      row('kept', entry.clause, noteOf(entry, verdicts.get(entry.clause), expired.includes(entry))),
    ),
    `${added.length + noLongerFailing.length === 0 ? 'nothing to change in ' : ''}${path}: ${added.length} added, ${noLongerFailing.length} removed, ${kept.length} kept`,
    ...(isOpen
      ? [`next: fill in reason, owner (a URL) and expires in ${path}; a run refuses the file until then`]
      : []),
  ];
}

function isPlaceholder(entry: KnownFailure, name: string): boolean {
  return entry[name as keyof typeof placeholders] === placeholders[name as keyof typeof placeholders];
}

function noteOf({ expires }: KnownFailure, verdict: string | undefined, isExpired: boolean): string {
  if (verdict !== 'failed') return verdict === undefined ? 'not in the result' : 'not tested';
  return isExpired ? `still fails; expired on ${expires}: give a new date` : 'still fails';
}
