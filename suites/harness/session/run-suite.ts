import { checksOf, loadSuites, type Property, type Suite } from '../dsl/check';
import type { CheckInfo } from '../dsl/check-info';
import type { Session } from './session';

/** Runs what a suite declares: its checks in turn, then its laws beside each other. Gives what was run. */
export async function runSuite(session: Session, suite: Suite): Promise<(CheckInfo | Property)[]> {
  const { name, checks, batches, slowChecks, properties } = suite;
  for (const check of checks) await session.runCheck(check, name);
  for (const batch of batches) await session.runBatch(batch, name);
  for (const check of slowChecks) session.addSlowCheck(check, name);
  await Promise.all(properties.map((property) => session.runProperty(property, name)));
  return [...checksOf(suite), ...properties];
}

/**
 * The order of the suites. The plain ones come first, so that a broad fault is met where it is plainest. What mostly waits
 * begins soon, as the rest goes on beside it; the contract, beside which nothing may go on, comes when that is over.
 * Changes of the vm_state are slow, and maps as large as the quota would stay behind on a target that merges.
 */
export const suiteOrder = [
  'replace',
  'server-resource',
  'delayed-effects',
  'answer',
  'atomic',
  'accepted-keys',
  'rejected-keys',
  'accepted-values',
  'rejected-values',
  'unusual-characters',
  'every-length',
  'json-bodies',
  'unusual-bodies',
  'transfer-and-content-type',
  'isolation',
  'large-maps',
  'item-operations',
  'access',
  'method',
  'accepting-vm-states',
  'rejecting-vm-states',
  'vm-state-changes',
  'locked-servers',
  'maps.properties',
  'access.properties',
  'histories.properties',
  'concurrency',
  'contract',
  'quota',
  'quota.properties',
] as const;

/** Every suite, in their order. */
export function suitesInOrder(): Suite[] {
  const suites = loadSuites();
  return suiteOrder.flatMap((name) => suites.filter((suite) => suite.name === name));
}
