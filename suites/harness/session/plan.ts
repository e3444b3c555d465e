import type { Need, UnmetNeed } from '../../../contracts/capabilities';
import type { ClauseId } from '../../../contracts/clauses';
import type { Version } from '../../../contracts/metadata';
import { checksOf, loadSuites, type Property } from '../dsl/check';
import type { CheckInfo } from '../dsl/check-info';
import { needsOfClause } from '../dsl/vm-state';
import { Environment } from '../run/environment';
import type { RunPlan } from '../run/run-plan';
import { attemptsFor } from '../search/check-property';

/** Requests of a check, and of one attempt for a property, with preparation: the average of a whole run. */
const averageRequests = { check: 7, trial: 4 };

/** A run of a few clauses may need this many to prepare its servers and to shrink a counterexample. */
const minRequests = 1_000;

/** The expected requests of a run: those of a whole run, less the share of the checks that are left out. */
export function plannedRequests(plan: RunPlan, environment: Environment): number {
  const whole = weightOf({ effort: plan.effort, seed: 0, corpus: [] }, new Environment(['v2.1', 'v2']));
  return Math.max(minRequests, Math.ceil((plan.effort.requests * weightOf(plan, environment)) / whole));
}

function weightOf(plan: RunPlan, environment: Environment): number {
  const isPlanned = (check: NeedyCheck) =>
    (plan.only?.has(check.clause) ?? true) && unmetNeed(check, environment) === undefined;
  const suites = loadSuites();
  const checks = suites
    .flatMap(checksOf)
    .filter((each) => isSelected(each, plan, environment.versions) && isPlanned(each));
  const trials = suites
    .flatMap(({ properties }) => properties)
    .filter(isPlanned)
    .map((property) => attemptsFor(property, plan.effort));
  return checks.length * averageRequests.check + trials.reduce((sum, count) => sum + count, 0) * averageRequests.trial;
}

interface NeedyCheck {
  readonly clause: ClauseId;
  readonly needs?: readonly Need[];
}

function unmetNeed({ clause, needs = [] }: NeedyCheck, environment: Environment): UnmetNeed | undefined {
  return environment.firstUnmet(['replace', ...needsOfClause(clause), ...needs]);
}

/** The checks and properties of a run: the number of all, and those whose needs are not met. */
export interface PlannedChecks {
  readonly count: number;
  readonly unmet: readonly (UnmetNeed & { readonly clause: ClauseId })[];
}

export function plannedChecks(plan: RunPlan, environment: Environment): PlannedChecks {
  const suites = loadSuites();
  const checks = suites.flatMap(checksOf).filter((each) => isSelected(each, plan, environment.versions));
  const properties = suites.flatMap((suite) => suite.properties);
  const all = [...checks, ...properties.filter(({ clause }) => plan.only?.has(clause) ?? true)];
  const unmet = all.flatMap((check) => {
    const need = unmetNeed(check, environment);
    return need === undefined ? [] : [{ ...need, clause: check.clause }];
  });
  return { count: all.length, unmet };
}

/**
 * Whether a run takes this check: under each served version, or under one in turn; and none where an input is replayed.
 * Where one version is served alone, every check that is about both runs under that one.
 */
export function isSelected(check: CheckInfo, { effort, only, replay }: RunPlan, served: readonly Version[]): boolean {
  const { clause, version, isSampledVersion, once = false, always = false } = check;
  if (replay !== undefined || (only !== undefined && !only.has(clause))) return false;
  const isServed = served.includes(version);
  if (!isServed) return always || isNamedDespiteMissingVersion(check, served);
  const isChosen = isSampledVersion || (effort.bothVersions && !once);
  return isChosen || served.length === 1;
}

/**
 * A check that needs a version that is not served stands in the report as not run. One that needs both versions stands
 * there under the version that is served.
 */
function isNamedDespiteMissingVersion({ needs = [], version }: CheckInfo, served: readonly Version[]): boolean {
  return needs.includes(version) && !served.some((other) => needs.includes(other));
}

/** All checks and properties. A check that runs under both versions is named once. */
export interface DeclaredChecks {
  readonly checks: readonly Pick<CheckInfo, 'clause' | 'title'>[];
  readonly properties: readonly Property[];
}

export function declaredChecks(): DeclaredChecks {
  const suites = loadSuites();
  const checks = new Map<string, Pick<CheckInfo, 'clause' | 'title'>>();
  for (const { clause, title } of suites.flatMap(checksOf)) {
    checks.set(`${clause} ${title}`, { clause, title });
  }
  return { checks: [...checks.values()], properties: suites.flatMap(({ properties }) => properties) };
}
