import type { Edition } from '../../contracts/editions';
import type { CheckEnded } from '../../contracts/evidence/events';
import type { Collector } from '../collector';
import type { Rejudgement } from '../rejudge';
import type { Summary } from '../verdict';

/** What an edition requires and a run has not examined, one sentence each. */
export function missing(edition: Edition, { collector, trials }: Rejudgement, summary: Summary): string[] {
  return edition.clauses.flatMap((required) => {
    const { clause } = required;
    const result = summary.clauses.find((each) => each.clause === clause);
    if (result === undefined) return [`${clause} is required, and this suite does not know it`];
    if (result.level === 'not applicable') return [];
    const own = collector.checks.filter(({ ended }) => ended.clause === clause && isAccountedFor(ended, collector));
    const checks = new Set(own.map(({ ended }) => `${ended.version === undefined} ${ended.title}`)).size;
    const tried = own.reduce((sum, { ended }) => sum + (trials.get(ended.check) ?? 0), 0);
    // What has failed by example, or could not be tested at all, is not searched.
    const isSearched = result.verdict === 'passed' || result.verdict === 'open';
    return [
      ...(checks < required.checks ? [`${clause} needs ${required.checks} checks, and had ${checks}`] : []),
      ...(isSearched && tried < required.trials
        ? [`${clause} needs ${required.trials} generated inputs, and had ${tried}`]
        : []),
    ];
  });
}

/** Whether a check was run, or may be left out: the preflight has found that the target does not offer what it needs. */
function isAccountedFor({ ended }: CheckEnded, { missing: found }: Collector): boolean {
  if (ended.outcome !== 'not run') return true;
  const [capability] = ended.need.split('/');
  return found.some(({ need }) => need === ended.need || need === capability);
}
