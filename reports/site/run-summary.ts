import { createHash } from 'node:crypto';
import type { Level } from '../../contracts/clauses/clause';
import { truncate } from '../../contracts/text/truncate';
import { headline } from '../formats/shared/describe-verdict';
import type { ClauseResult, MissingCapability, Result, RunFacts, RunVerdict, Verdict } from '../result/result';

/** One run, as the pages of its target show it. The site holds this of every run, and the whole result of none. */
export interface RunSummary {
  readonly facts: SummaryFacts;
  /** Milliseconds since 1970. Undefined where only the verdicts of the run are stored, without its date. */
  readonly began: number | undefined;
  readonly verdict: RunVerdict;
  readonly headline: string;
  readonly missing: readonly MissingCapability[];
  /** Only the selected clauses for a run of some clauses. */
  readonly clauses: ReadonlyMap<string, ClauseState>;
  /** The path of its page in the site. */
  readonly page: string;
}

/** The facts that the pages of a target show. */
export type SummaryFacts = Pick<
  RunFacts,
  'targetName' | 'targetVersion' | 'profile' | 'effort' | 'strict' | 'suite' | 'selected' | 'shard' | 'shards'
> &
  Partial<Pick<RunFacts, 'target' | 'quota'>>;

export interface ClauseState {
  readonly level: Level;
  readonly verdict: Verdict;
  readonly reading?: string;
  /** The beginning of its first failure. */
  readonly failure?: { readonly expected: string; readonly observed: string };
  /** Why the software violates the clause, where that is known. */
  readonly cause?: string;
}

/** Characters of a text of a failure on the page of its target. The page of the run has more of it. */
const failureSize = 300;

export function summarizeRun(result: Result): RunSummary {
  const { run, verdict, missing, clauses } = result;
  const began = Date.parse(run.began);
  return {
    facts: run,
    began,
    verdict,
    headline: headline(result),
    missing,
    clauses: new Map(clauses.map((clause) => [clause.clause, stateOf(clause)])),
    page: runPage(run, new Date(began).toISOString().replace(/\D/g, ''), runKey(result)),
  };
}

function stateOf({ level, verdict, reading, failures: [first] }: ClauseResult): ClauseState {
  const start = (whole: string) => {
    const { text, left } = truncate(whole, failureSize);
    return left > 0 ? `${text}…` : text;
  };
  return {
    level,
    verdict,
    ...(reading === undefined ? {} : { reading }),
    ...(verdict === 'failed' && first !== undefined
      ? { failure: { expected: start(first.expected), observed: start(first.observed) } }
      : {}),
  };
}

/** Two runs of one target have the same key. */
export function targetKey({ target, targetName, profile }: SummaryFacts): string {
  return JSON.stringify([targetName ?? null, targetName === undefined ? target : null, profile]);
}

/** Copies of one result have the same key. */
export function runKey({ run, checks, exchanges }: Result): string {
  return JSON.stringify([targetKey(run), run.began, run.seed, run.seconds, checks, exchanges]);
}

/** The name of a target for a reader: its own, or its URL. */
export function targetLabel({ target, targetName }: SummaryFacts): string {
  return targetName ?? target ?? '';
}

/** A name for a file: it can be read, is the same in every build, and belongs to one target. */
export function slugOf(run: SummaryFacts): string {
  const readable = targetLabel(run)
    .replace(/^https?:\/\//, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  return [readable, digestOf(targetKey(run)).slice(0, 8)].filter((part) => part !== '').join('-');
}

/** The path of the page of a run. Only `key` differs for each run. */
export function runPage(facts: SummaryFacts, readable: string, key: string): string {
  return `runs/${slugOf(facts)}-${readable}-${digestOf(key).slice(0, 4)}.html`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
