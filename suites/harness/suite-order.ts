import { declaredSuites, type Suite } from './declared-suites';

/**
 * The order of the suites. The plain ones come first, so that a broad fault is met where it is plainest. What mostly waits
 * begins soon, as the rest goes on beside it; the contract, beside which nothing may go on, comes when that is over.
 * Changes of the vm_state are slow, and maps as large as the quota would stay behind on a target that merges.
 */
export const suiteOrder = [
  'replace',
  'server-resource',
  'patient',
  'answer',
  'atomic',
  'keys',
  'refused-keys',
  'values',
  'refused-values',
  'odd-values',
  'lengths',
  'between-pairs',
  'body',
  'odd-bodies',
  'transfer',
  'isolation',
  'large-maps',
  'siblings',
  'access',
  'methods',
  'vm-states',
  'refusing-vm-states',
  'vm-state-changes',
  'locks',
  'laws',
  'access-laws',
  'history',
  'concurrency',
  'contract',
  'quota',
  'full-maps',
] as const;

/** Every suite, in their order. */
export function suitesInOrder(): Suite[] {
  const suites = declaredSuites();
  return suiteOrder.flatMap((name) => suites.filter((suite) => suite.name === name));
}
