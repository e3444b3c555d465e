import { type ClauseId, familyOf } from '../../../contracts/clauses';
import { countNoun } from '../../../contracts/text/count-noun';
import type { ClauseResult, Result, Verdict } from '../../result/result';
import { baselineNote, isKnownFailure } from '../../verdict/baseline';
import { withoutCount } from '../../verdict/untested-reason';
import { checkCoverage, countVerdict } from '../shared/describe-verdict';
import { type Line, line, painted, type Style } from '../shared/line';
import { labelledLines } from './wrap-text';

/** The columns before the sentence of a clause. */
const margin = ' '.repeat('not applicable CONCURRENCY-01 SHOULD '.length);

/** The most clauses that were not tested with a line each. More are grouped by reason. */
const maxUntested = 10;

/** The most reasons of groups. */
const maxReasons = 8;

export const countOrder = ['passed', 'failed', 'open', 'not tested', 'not applicable'] as const;

const verdictStyles = {
  passed: 'green',
  failed: 'red',
  open: 'cyan',
  'not tested': 'yellow',
  'not applicable': 'dim',
} as const satisfies Record<Verdict, Style>;

/** A line for each family: how many of its clauses have which verdict. */
export function familyLines({ clauses, baseline }: Result): Line[] {
  const families = [...new Set(clauses.map(({ clause }) => familyOf(clause)))];
  return families.map((family) => {
    const own = clauses.filter(({ clause }) => familyOf(clause) === family);
    const isMild = own.every((each) => each.verdict !== 'failed' || isMildFailure(each, baseline));
    const counts = countOrder.flatMap((verdict): Line[] => {
      const count = countVerdict(verdict, own);
      const style = verdict === 'failed' && isMild ? 'yellow' : verdictStyles[verdict];
      return count === 0 ? [] : [painted(`${count} ${verdict}`, style)];
    });
    const [first = '', ...rest] = counts;
    return rest.reduce((joined, each) => line`${joined}, ${each}`, line`${family.padEnd(12)} ${first}`);
  });
}

/** A line for each clause, a family after the other. */
export function clauseLines({ clauses, baseline, run }: Result, width: number): Line[] {
  let family = '';
  return clauses.flatMap((clause, place) => {
    const isFirst = place > 0 && familyOf(clause.clause) !== family;
    family = familyOf(clause.clause);
    return [...(isFirst ? [''] : []), ...linesOf(clause, width, baseline, run.profile)];
  });
}

/** A clause with its reading. Its notes follow below the sentence. */
function linesOf(result: ClauseResult, width: number, baseline: Result['baseline'], profile: string): Line[] {
  const { clause, level, sentence, verdict, waived, reason } = result;
  const style = verdict === 'failed' && isMildFailure(result, baseline) ? 'yellow' : verdictStyles[verdict];
  const binding = level === 'not applicable' ? '' : level;
  const label = `${verdict.padEnd(14)} ${clause.padEnd(14)} ${binding.padEnd(6)} `;
  const [first = '', ...rest] = labelledLines(label, `${sentence}${readingOf(result, profile)}`, width);
  const part = checkCoverage(result);
  const notes = [
    ...(verdict === 'failed' ? [baselineNote(clause, baseline)] : []),
    ...(verdict === 'not applicable' ? [reason] : []),
    ...(verdict === 'not tested' ? [`${waived ? 'waived: ' : ''}${reason ?? ''}`] : []),
    ...(part === undefined ? [] : [reason === undefined ? part : `${part}: ${reason}`]),
  ].filter((note) => note !== undefined);
  return [
    line`${painted(first.slice(0, verdict.length), style)}${first.slice(verdict.length)}`,
    ...rest,
    ...(notes.length === 0 ? [] : labelledLines(margin, notes.join('; '), width).map((each) => painted(each, 'dim'))),
  ];
}

/** Everything of the clauses that a count does not tell: readings, and what was not tested, or only in part. */
export function clauseNotices({ clauses, run, leftOut }: Result, width: number): Line[] {
  const list = (title: string, entries: readonly Entry[]): Line[] =>
    entries.length === 0
      ? []
      : [
          '',
          painted(title, 'bold'),
          ...entries.flatMap(([id, text]) => labelledLines(`  ${id.padEnd(14)} `, text, width)),
        ];
  const readings = clauses.filter(({ verdict: own, reading }) => own !== 'failed' && reading !== undefined);
  const untested = clauses.filter((each) => each.verdict === 'not tested');
  return [
    ...list(
      'Open clauses, and how this target reads them',
      readings.map((each) => [each.clause, `${each.sentence}${readingOf(each, run.profile)}`]),
    ),
    ...list(
      'Not applicable to this target',
      clauses.flatMap(({ clause, verdict: own, reason }) =>
        own === 'not applicable' && reason !== undefined ? [[clause, reason] as const] : [],
      ),
    ),
    // Within a limit that is so for almost every clause.
    ...list('Passed on a part of the checks', leftOut === undefined ? clauses.flatMap(partlyPassed) : []),
    ...list('Not tested', untested.length > maxUntested ? untestedByReason(untested) : untested.map(untestedEntry)),
  ];
}

function partlyPassed(result: ClauseResult): Entry[] {
  const part = checkCoverage(result);
  return part === undefined ? [] : [[result.clause, result.reason === undefined ? part : `${part}: ${result.reason}`]];
}

type Entry = readonly [label: string, text: string];

function untestedEntry({ clause, waived, reason = '' }: ClauseResult): Entry {
  return [clause, `${waived ? 'waived: ' : ''}${reason}`];
}

/** The most frequent reasons, each with the number of its clauses. A single clause is named. */
function untestedByReason(untested: readonly ClauseResult[]): Entry[] {
  const clausesOf = new Map<string, ClauseId[]>();
  for (const each of untested) {
    const { maskedBy, reason: own = '' } = each;
    const masked = maskedBy && `${maskedBy.join(', ')} failed in the same requests`;
    const [, reason] = untestedEntry({ ...each, reason: masked ?? withoutCount(own) });
    clausesOf.set(reason, [...(clausesOf.get(reason) ?? []), each.clause]);
  }
  const groups = [...clausesOf].sort(([, one], [, other]) => other.length - one.length);
  const label = (ids: readonly ClauseId[]) => (ids.length === 1 ? `${ids[0]}` : countNoun(ids.length, 'clause'));
  // A last line for one reason shows the reason.
  const shown = groups.length === maxReasons + 1 ? groups : groups.slice(0, maxReasons);
  const rest = groups.slice(shown.length).flatMap(([, ids]) => ids);
  return [
    ...shown.map(([reason, ids]): Entry => [label(ids), reason]),
    ...(rest.length > 0 ? [[label(rest), 'other reasons'] as const] : []),
    ['', 'the reason of each clause is in result.json and report.html'],
  ];
}

/** The reading that holds. A profile that settles an open clause makes it bind. */
function readingOf({ verdict, reading }: ClauseResult, profile: string): string {
  if (reading === undefined || verdict === 'failed') return '';
  return ` — ${reading}${verdict === 'passed' ? `, as profile ${profile} requires` : ''}`;
}

function isMildFailure({ level, clause }: ClauseResult, baseline: Result['baseline']): boolean {
  return level === 'SHOULD' || isKnownFailure(clause, baseline);
}
