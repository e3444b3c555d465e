import type { Verdict } from '../result/result';
import type { TargetHistory } from './history';
import type { ClauseState, RunSummary } from './run-summary';

/** The runs of a target beside the clauses that failed in them. */
export interface Timeline {
  /** The oldest one first. */
  readonly runs: readonly RunSummary[];
  /** Runs before them, which the timeline leaves out. */
  readonly left: number;
  /** The clauses that failed once or more. */
  readonly rows: readonly TimelineRow[];
}

interface TimelineRow {
  readonly clause: string;
  readonly level: ClauseState['level'];
  /** Without gaps and in order. */
  readonly stretches: readonly Stretch[];
}

/** Neighbouring runs that show the same of a clause. */
export interface Stretch {
  readonly shows: Shows;
  /** Places of the first and of the last run. */
  readonly from: number;
  readonly to: number;
}

/** `nothing`: the run could not test the clause, or does not contain it. */
type Shows = 'failed' | 'satisfied' | 'nothing';

export function timelineOf({ runs: all, clauses }: TargetHistory, most: number): Timeline {
  const runs = all.slice(-most).map(({ run }) => run);
  const rows = clauses.flatMap(({ clause, state: { level } }) => {
    const stretches = stretchesOf(runs, clause);
    return stretches.some(({ shows }) => shows === 'failed') ? [{ clause, level, stretches }] : [];
  });
  return { runs, left: all.length - runs.length, rows };
}

function stretchesOf(runs: readonly RunSummary[], clause: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [place, run] of runs.entries()) {
    const shows = showsOf(run.clauses.get(clause)?.verdict);
    const last = stretches.at(-1);
    if (last?.shows === shows) stretches[stretches.length - 1] = { ...last, to: place };
    else stretches.push({ shows, from: place, to: place });
  }
  return stretches;
}

function showsOf(verdict: Verdict | undefined): Shows {
  if (verdict === 'failed') return 'failed';
  return verdict === 'passed' || verdict === 'open' ? 'satisfied' : 'nothing';
}
