import type { Need } from '../../contracts/capabilities';
import type { ClauseId } from '../../contracts/clauses';
import { checksOf, declaredSuites } from './declared-suites';
import { Environment } from './environment';
import { isDue } from './is-due';
import type { SearchPlan } from './search-plan';
import { needsOfClause } from './state-needs';
import { trialsOf } from './trials-of';

/** Requests of a check, and of one trial of a property, with what prepares them: on the average of a whole run. */
const requestsOf = { check: 7, trial: 4 };

/** A run of a few clauses may need this many to prepare its servers and to make a counterexample small. */
const least = 1_000;

/** The requests that a run is expected to send: those of a whole one, less the share of what is left out. */
export function plannedRequests(plan: SearchPlan, environment: Environment): number {
  const whole = weightOf({ effort: plan.effort, seed: 0, corpus: [] }, new Environment(['v2.1', 'v2']));
  return Math.max(least, Math.ceil((plan.effort.requests * weightOf(plan, environment)) / whole));
}

function weightOf(plan: SearchPlan, environment: Environment): number {
  const isPlanned = ({ clause, needs = [] }: { readonly clause: ClauseId; readonly needs?: readonly Need[] }) =>
    (plan.only?.has(clause) ?? true) &&
    environment.unmet(['replace', ...needsOfClause(clause), ...needs]) === undefined;
  const suites = declaredSuites();
  const checks = suites.flatMap(checksOf).filter((each) => isDue(each, plan, environment.versions) && isPlanned(each));
  const trials = suites
    .flatMap(({ laws }) => laws)
    .filter(isPlanned)
    .map((law) => trialsOf(law, plan.effort));
  return checks.length * requestsOf.check + trials.reduce((sum, count) => sum + count, 0) * requestsOf.trial;
}
