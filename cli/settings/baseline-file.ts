import { type ClauseId, clauses, isClauseId } from '../../contracts/clauses';
import { asObject } from '../../contracts/http/json';
import type { KnownFailure } from '../../reports/result/result';
import { ConfigurationError } from '../../targets/errors';
import { type Files, realFiles } from '../machine/files';
import { parseYaml, readText } from '../machine/user-file';
import { baselineSchema } from './baseline-schema';
import { nearest } from './nearest';

/** The values that `baseline update` writes for the user to replace. */
export const placeholders = {
  reason: '<why it fails>',
  owner: '<URL of the ticket>',
  expires: '<YYYY-MM-DD>',
} as const;

/** The problem with the text of a member; undefined for a right one. `baseline update` checks its flags with them. */
export const memberProblems: Readonly<Record<keyof typeof placeholders, (text: string) => string | undefined>> = {
  reason: (text) => (text.trim() === '' ? 'reason is empty: say why the clause fails' : undefined),
  owner: (text) =>
    /^https?:\/\//.test(text) && URL.canParse(text)
      ? undefined
      : `owner ${JSON.stringify(text)} is not a URL: give that of a ticket, such as https://tracker.example.com/4711`,
  expires: (text) => (isDay(text) ? undefined : `expires ${JSON.stringify(text)} is not a date: give it as 2027-03-31`),
};

const memberNames = ['clause', 'reason', 'owner', 'expires'] as const;

export interface ReadBaselineOptions {
  readonly files?: Files;
  /** For `baseline update`: a member may still have its placeholder. */
  readonly allowPlaceholders?: boolean;
}

/**
 * Reads a baseline, YAML or JSON.
 *
 * @throws {ConfigurationError} for a file that cannot be read, or is not a baseline: with every problem, its line and its
 * clause.
 */
export function readBaseline(path: string, options: ReadBaselineOptions = {}): KnownFailure[] {
  const { files = realFiles, allowPlaceholders = false } = options;
  const text = readText(path, 'the baseline', 'check --baseline', files);
  const { content, lineOf } = parseYaml(text, `the baseline ${path}`);
  if (!Array.isArray(content)) {
    throw wrong(path, [`it must be a list of entries, each with ${memberNames.join(', ')}`]);
  }
  const firstLines = new Map<unknown, number>();
  const problems = content.flatMap((entry: unknown, place): string[] => {
    const clause = asObject(entry)?.clause;
    const name = typeof clause === 'string' ? ` (${clause})` : '';
    const found = problemsOf(entry, allowPlaceholders);
    const earlier = firstLines.get(clause);
    if (earlier !== undefined) found.push({ text: `the clause is in line ${earlier} already: remove one of the two` });
    else if (clause !== undefined) firstLines.set(clause, lineOf([place]));
    return found.map(({ member = [], text }) => `line ${lineOf([place, ...member])}${name}: ${text}`);
  });
  if (problems.length > 0) throw wrong(path, problems);
  return content;
}

interface Problem {
  /** The member that it is about, if it is there. */
  readonly member?: readonly [string];
  readonly text: string;
}

function problemsOf(entry: unknown, allowPlaceholders: boolean): Problem[] {
  const members = asObject(entry);
  if (members === undefined) return [{ text: `the entry must have ${memberNames.join(', ')}` }];
  const unknown = Object.keys(members).filter((name) => !Object.hasOwn(baselineSchema.items.properties, name));
  return [
    ...unknown.map((name) => ({ member: [name] as const, text: `${JSON.stringify(name)} is unknown${hint(name)}` })),
    ...memberNames.flatMap((name): Problem[] => {
      const value = members[name];
      if (value === undefined) return [{ text: `${name} is missing` }];
      const text = typeof value === 'string' ? problemOf(name, value, allowPlaceholders) : `${name} must be a text`;
      return text === undefined ? [] : [{ member: [name], text }];
    }),
  ];
}

function problemOf(name: (typeof memberNames)[number], text: string, allowPlaceholders: boolean): string | undefined {
  if (name === 'clause') return isClauseId(text) ? undefined : `there is no clause ${text}${clauseHint(text)}`;
  if (text !== placeholders[name]) return memberProblems[name](text);
  return allowPlaceholders ? undefined : `${name} is not filled in: replace ${text}`;
}

function hint(name: string): string {
  const likely = nearest(name, memberNames);
  return likely === undefined ? `: the members are ${memberNames.join(', ')}` : `: did you mean ${likely}?`;
}

function clauseHint(text: string): string {
  const ids: readonly ClauseId[] = clauses.map(({ id }) => id);
  const likely = nearest(text.toUpperCase(), ids);
  return likely === undefined ? ' (the command clauses prints all of them)' : `: did you mean ${likely}?`;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function wrong(path: string, problems: readonly string[]): ConfigurationError {
  return new ConfigurationError(`the baseline ${path} is wrong: ${problems.join('; ')}`);
}
