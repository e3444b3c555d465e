import type { Version } from '../../../contracts/metadata';
import type { Suite } from '../dsl/check';
import type { Check } from '../dsl/check-info';
import leading from './leading-checks.json';

/** A check, and the suite that declares it. */
export interface LeadingCheck {
  readonly check: Check;
  readonly suite: string;
}

/**
 * The checks that run before all others, in their order: those that kill the most mutants of the proof by the fewest
 * requests (`npm run docs:order` finds them). Each runs under one version. A check that is not in the list has its place
 * in its suite.
 */
export function leadingChecks(suites: readonly Suite[], served: readonly Version[]): LeadingCheck[] {
  const byId = new Map<string, LeadingCheck>();
  for (const { checks, name } of suites) {
    for (const check of checks) {
      const isFirst = served.length === 1 ? served.includes(check.version) : check.isSampledVersion;
      if (isFirst) byId.set(check.id, { check, suite: name });
    }
  }
  return leading.flatMap((id) => byId.get(id) ?? []);
}
