import { versions } from '../../../contracts/metadata';
import type { Suite } from '../dsl/check';
import type { Session } from './session';

/** Runs all suites: first the leading checks of all of them, then suite after suite what is left. */
export async function runAll(session: Session, suites: readonly Suite[]): Promise<void> {
  await session.runLeading(suites);
  for (const suite of suites) await runSuite(session, suite);
}

/**
 * Runs what a suite declares: its checks one after the other, then its properties at the same time. Leaves out the checks
 * that ran before. All checks under one version come first: a check that follows one under its own version often finds
 * the server prepared.
 */
export async function runSuite(session: Session, suite: Suite): Promise<void> {
  const { name, checks, batches, slowChecks, properties } = suite;
  for (const version of versions) {
    for (const check of checks) if (check.version === version) await session.runCheck(check, name);
  }
  for (const batch of batches) await session.runBatch(batch, name);
  for (const check of slowChecks) session.addSlowCheck(check, name);
  await Promise.all(properties.map((property) => session.runProperty(property, name)));
}
