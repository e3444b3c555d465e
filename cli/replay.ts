import type { Evidence } from '../contracts/evidence';
import type { Profile } from '../contracts/profile';
import { Collector } from '../reports/collector';
import { failureLines } from '../reports/failure-lines';
import { summarize } from '../reports/summarize';
import { nothingWaived } from '../reports/waivers';
import { examine } from '../suites/harness/examine';
import type { SearchPlan } from '../suites/harness/search-plan';
import type { Target } from '../targets/target';
import { interruption } from './interruption';
import type { JournalFile } from './journal-file';
import type { Given } from './settings';
import { UsageError } from './usage-error';

/**
 * Tries one counterexample again, and writes no reports. Gives the exit code: 1 where it still fails, else 0.
 *
 * @throws {UsageError} for a clause without a law.
 */
export async function replay(
  target: Target,
  profile: Profile,
  plan: SearchPlan,
  given: Given,
  journal: JournalFile | undefined,
): Promise<number> {
  const collector = new Collector();
  const interrupt = interruption();
  const emit = (evidence: Evidence) => collector.add(evidence);
  let notPutBack: string[];
  try {
    const { signal } = interrupt;
    notPutBack = await examine({ target, profile, plan, quota: given.quota, emit, signal, journal });
  } finally {
    interrupt.end();
  }
  for (const complaint of notPutBack) process.stderr.write(`NOT PUT BACK: ${complaint}\n`);
  const [check] = collector.checks;
  if (check === undefined) throw new UsageError(`--replay ${given.replay}: no law is searched for this clause`);
  const { clauses, defects } = summarize(collector, { profile, strict: false, waived: nothingWaived });
  const failed = clauses.filter(({ verdict }) => verdict === 'failed');
  for (const result of failed) {
    for (const failure of result.failures)
      process.stdout.write(`${failureLines(result, failure, target.url).join('\n')}\n`);
  }
  for (const defect of defects) process.stdout.write(`defect of the suite ${defect}\n`);
  const { ended } = check.ended;
  if (ended.outcome === 'not tested') process.stdout.write(`not tested: ${ended.reason}\n`);
  if (ended.outcome === 'passed') process.stdout.write('it does not fail any more\n');
  return failed.length > 0 ? 1 : defects.length > 0 ? 4 : ended.outcome === 'not tested' ? 3 : 0;
}
