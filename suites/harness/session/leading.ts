import { checkName } from '../../../contracts/evidence/check-id';
import type { Version } from '../../../contracts/metadata';
import type { Suite } from '../dsl/check';
import type { Check } from '../dsl/check-info';
import { leadingNames } from '../dsl/leading-names';

/** A check, and the suite that declares it. */
export interface LeadingCheck {
  readonly check: Check;
  readonly suite: string;
  /** It sends large maps. */
  readonly isLarge: boolean;
}

/**
 * The checks that run before all others, in their order. Where one version is served, they run under that one. A check
 * that is not in the list has its place in its suite.
 */
export function leadingChecks(suites: readonly Suite[], served: readonly Version[]): LeadingCheck[] {
  const all = suites.flatMap(({ checks, name, stage }) => {
    const isLarge = stage === 'long cases' || stage === 'quota';
    return checks.map((check) => ({ check, suite: name, isLarge }));
  });
  const byName = new Map(all.map((each) => [checkName(each.check.id, each.check.version), each]));
  const [only] = served.length === 1 ? served : [];
  return leadingNames.flatMap((name) => {
    const [id = ''] = name.split(' ');
    return byName.get(only === undefined ? name : `${id} ${only}`) ?? [];
  });
}
