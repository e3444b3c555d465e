import { checksOf, loadSuites, type Property, type Suite } from '../dsl/check';
import type { CheckInfo } from '../dsl/check-info';
import type { Session } from './session';
import { inOrder } from './suite-order';

/** Runs what a suite declares: its checks one after the other, then its properties at the same time. Gives what was run. */
export async function runSuite(session: Session, suite: Suite): Promise<(CheckInfo | Property)[]> {
  const { name, checks, batches, slowChecks, properties } = suite;
  for (const check of checks) await session.runCheck(check, name);
  for (const batch of batches) await session.runBatch(batch, name);
  for (const check of slowChecks) session.addSlowCheck(check, name);
  await Promise.all(properties.map((property) => session.runProperty(property, name)));
  return [...checksOf(suite), ...properties];
}

/** Every suite, in the order of a run. */
export function suitesInOrder(): Suite[] {
  return inOrder(loadSuites());
}
