import type { Need, UnmetNeed } from '../../../contracts/capabilities';
import type { ClauseId } from '../../../contracts/clauses';
import type { CheckId } from '../../../contracts/evidence/check-id';
import type { Version } from '../../../contracts/metadata';
import { checksOf, loadSuites, type Property } from '../dsl/check';
import type { CheckInfo } from '../dsl/check-info';
import { needsOfClause } from '../dsl/vm-state';
import type { Environment } from '../run/environment';
import type { RunPlan } from '../run/run-plan';
import { isNamed } from '../run/selection';
import { attemptsFor } from '../search/check-property';
import { withConfirmation } from './allowance';
import { budgetOf, overhead, type RequestBudget, requestsOf } from './costs';
import { leadingChecks } from './leading';
import { suitesInOrder } from './suite-order';

/** The requests of a run on a target with these capabilities. */
export function plannedBudget(plan: RunPlan, environment: Environment): RequestBudget {
  const planned = plannedChecks(plan, environment).reduce((sum, { requests }) => sum + requests, 0);
  return budgetOf(planned, plan.limit?.requests, plan.shard?.count);
}

/** A check or a property that a run makes. */
export interface PlannedCheck {
  readonly id: CheckId;
  readonly clause: ClauseId;
  readonly suite: string;
  readonly title: string;
  /** The versions under which it runs. The inputs of a property contain the version. */
  readonly versions: readonly Version[];
  readonly needs: readonly Need[];
  /** Expected requests under all these versions; no whole number. */
  readonly requests: number;
}

/** The checks of a run, in its order. */
export function plannedChecks(plan: RunPlan, environment: Environment): PlannedCheck[] {
  const planned = new Map<CheckId, PlannedCheck>();
  for (const { each, suite, requests: own } of withinLimit(selectChecks(plan, environment), plan)) {
    const { id, clause, title } = each;
    const before = planned.get(id);
    const versions = 'version' in each ? [...(before?.versions ?? []), each.version] : environment.versions.toSorted();
    const requests = (before?.requests ?? 0) + own;
    planned.set(id, { id, clause, suite, title, versions, needs: needsOf(each), requests });
  }
  return [...planned.values()];
}

interface Selected {
  readonly each: CheckInfo | Property;
  readonly suite: string;
  readonly requests: number;
}

/** A check once for each of its versions, in the order of the run. */
function selectChecks(plan: RunPlan, environment: Environment): Selected[] {
  const isPlanned = (each: CheckInfo | Property) =>
    isNamed(plan.only, each) && environment.firstUnmet(['replace', ...needsOf(each)]) === undefined;
  const suites = suitesInOrder();
  const leading = leadingChecks(suites, environment.versions)
    .map(({ check, suite }) => ({ each: check, suite, requests: requestsOf(check.id) }))
    .filter(({ each }) => isPlanned(each) && isSelected(each, plan, environment.versions));
  const isLeading = new Set<CheckInfo | Property>(leading.map(({ each }) => each));
  const others = suites.flatMap((suite) => {
    const checks = checksOf(suite).filter((each) => isSelected(each, plan, environment.versions));
    return [
      ...checks.map((each) => ({ each, requests: requestsOf(each.id) })),
      ...suite.properties.map((each) => ({ each, requests: attemptsFor(each, plan.effort) * requestsOf(each.id) })),
    ]
      .filter(({ each }) => isPlanned(each) && !isLeading.has(each))
      .map((selected) => ({ ...selected, suite: suite.name }));
  });
  return [...leading, ...others];
}

/** Those that fit into the limit of the run. A cheaper one may fit after one that does not. */
function withinLimit(selected: readonly Selected[], { limit }: RunPlan): readonly Selected[] {
  if (limit === undefined) return selected;
  let left = limit.requests - overhead;
  return selected.filter(({ requests }) => {
    const fits = withConfirmation(requests, limit) <= left;
    if (fits) left -= requests;
    return fits;
  });
}

function needsOf({ clause, needs = [] }: CheckInfo | Property): readonly Need[] {
  return [...new Set([...needsOfClause(clause), ...needs])];
}

/** The checks and properties of a run: the number of all, and those whose needs are not met. */
export interface UnmetChecks {
  readonly count: number;
  readonly unmet: readonly (UnmetNeed & { readonly clause: ClauseId })[];
}

export function unmetChecks(plan: RunPlan, environment: Environment): UnmetChecks {
  const suites = loadSuites();
  const checks = suites.flatMap(checksOf).filter((each) => isSelected(each, plan, environment.versions));
  const properties = suites.flatMap((suite) => suite.properties).filter((each) => isNamed(plan.only, each));
  const all = [...checks, ...properties];
  const unmet = all.flatMap((each) => {
    const need = environment.firstUnmet(['replace', ...needsOf(each)]);
    return need === undefined ? [] : [{ ...need, clause: each.clause }];
  });
  return { count: all.length, unmet };
}

/**
 * True if a run takes this check: under each served version, or under one in turn; and none where an input is replayed.
 * Where one version is served alone, every check that is about both runs under that one.
 */
export function isSelected(check: CheckInfo, { effort, only, replay }: RunPlan, served: readonly Version[]): boolean {
  const { version, isSampledVersion, once = false, always = false } = check;
  if (replay !== undefined || !isNamed(only, check)) return false;
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
  readonly checks: readonly CheckInfo[];
  readonly properties: readonly Property[];
}

export function declaredChecks(): DeclaredChecks {
  const suites = loadSuites();
  const checks = new Map(suites.flatMap(checksOf).map((check) => [check.id, check]));
  return { checks: [...checks.values()], properties: suites.flatMap(({ properties }) => properties) };
}
