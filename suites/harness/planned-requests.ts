import type { CheckHead } from './check';
import { checksOf, declaredSuites } from './declared-suites';
import { Environment } from './environment';
import { isDue } from './is-due';
import type { SearchPlan } from './search-plan';
import { needsOfClause } from './state-needs';

/** The requests that a run is expected to send: those of a whole one, less the share of the checks that are left out. */
export function plannedRequests(plan: SearchPlan, environment: Environment): number {
  const whole = new Environment(['v2.1', 'v2']);
  const checks = declaredSuites().flatMap(checksOf);
  const planned = (by: Environment) => checks.filter((check) => isPlanned(check, plan, by)).length;
  return Math.ceil((plan.effort.requests * planned(environment)) / Math.max(planned(whole), 1));
}

function isPlanned(check: CheckHead, plan: SearchPlan, environment: Environment): boolean {
  return isDue(check, plan, environment.versions) && environment.unmet([...needsOfClause(check.clause), ...(check.needs ?? [])]) === undefined;
}
