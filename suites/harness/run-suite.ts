import type { CheckHead } from './check';
import { checksOf, type Suite } from './declared-suites';
import type { Examination } from './examination';
import type { Law } from './law';

/** Runs what a suite declares: its checks in turn, then its laws beside each other. Gives what was run. */
export async function runSuite(examination: Examination, suite: Suite): Promise<(CheckHead | Law)[]> {
  const { name, checks, batches, patient, laws } = suite;
  for (const check of checks) await examination.run(check, name);
  for (const batch of batches) await examination.runBatch(batch, name);
  for (const check of patient) examination.beginPatient(check, name);
  await Promise.all(laws.map((law) => examination.runLaw(law, name)));
  return [...checksOf(suite), ...laws];
}
