import type { ClauseId } from '../../../contracts/clauses';
import type { Collector } from '../../collector/collector';
import type { ClauseResult, Summary } from '../../result/result';
import { exitCodes } from '../../verdict/run-verdict';
import type { Line } from '../shared/line';
import { renderFailure } from './failure';
import { labelledLines } from './wrap-text';

export interface ReplayOutcome {
  /** The clause of the counterexample. */
  readonly clause: ClauseId;
  readonly summary: Summary;
  readonly collector: Collector;
}

/** The lines of a replay, and its exit code. The first line says if the counterexample fails again. */
export function renderReplay(
  replayed: ReplayOutcome,
  target: string,
  width: number,
): { lines: Line[]; exitCode: number } {
  const { clause, summary } = replayed;
  const failed = summary.clauses.filter(({ verdict }) => verdict === 'failed');
  const own = failed.find((result) => result.clause === clause);
  const others = failed.filter((result) => result !== own);
  const names = others.map((result) => result.clause).join(', ');
  const shown = (results: readonly ClauseResult[]) =>
    results.flatMap((result): Line[] =>
      result.failures.slice(0, 1).flatMap((failure) => ['', ...renderFailure(result, failure, target, width)]),
    );
  const labelled = (label: string, text: string) => labelledLines(`${label}: `, text, width);
  const defects = summary.defects.flatMap((defect) => labelled('defect of the suite', defect));
  if (own !== undefined) {
    const lines = [
      ...labelled('reproduced', `${clause} fails again for this input${ambiguity(replayed)}`),
      ...(others.length > 0 ? labelled('also failed', `${names}, in the same requests`) : []),
      ...defects,
      ...shown([own]),
    ];
    return { lines, exitCode: exitCodes['not conformant'] };
  }
  if (others.length > 0) {
    const outcome = labelled('not reproduced', `${clause} did not fail for this input; ${names} failed instead`);
    return { lines: [...outcome, ...defects, ...shown(others)], exitCode: exitCodes['not conformant'] };
  }
  const untested = untestedReason(replayed);
  if (untested !== undefined) {
    return { lines: [...labelled('not tested', untested), ...defects], exitCode: exitCodes.incomplete };
  }
  if (defects.length > 0) return { lines: defects, exitCode: exitCodes.error };
  return {
    lines: labelled('not reproduced', `${clause} does not fail for this input`),
    exitCode: exitCodes.conformant,
  };
}

/** One input alone may have several candidates; a whole run settles more of them. */
function ambiguity({ clause, collector }: ReplayOutcome): string {
  const findings = collector.checks.flatMap(({ violations }) => violations.map(({ finding }) => finding.candidates));
  const lists = findings.filter((candidates) => candidates.includes(clause));
  if (lists.some((candidates) => candidates.length === 1)) return '';
  const others = [...new Set(lists.flat())].filter((suspect) => suspect !== clause);
  return others.length > 0 ? `, but this input alone does not tell it apart from ${others.join(', ')}` : '';
}

function untestedReason({ collector: { checks } }: ReplayOutcome): string | undefined {
  const reasons = checks.flatMap(({ ended: { ended } }) => (ended.outcome === 'not tested' ? [ended.reason] : []));
  return reasons[0];
}
