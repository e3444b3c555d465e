import { type CheckId, checkName } from '../../../contracts/evidence/check-id';
import type { CheckEnded } from '../../../contracts/evidence/events';
import type { Version } from '../../../contracts/metadata';
import { checksOf, loadSuites } from '../dsl/check';
import { Environment } from '../run/environment';
import type { RunPlan } from '../run/run-plan';
import { isNamed } from '../run/selection';
import { isSelected, plannedChecks } from './plan';

/**
 * Splits the checks of a plan by their expected requests: the most expensive check first, each to the shard with the
 * fewest requests so far (longest processing time first). The split depends on the suite, the effort and the selection
 * alone, and not on the target: each machine computes the same one.
 *
 * @returns the checks of each shard.
 */
export function splitChecks(plan: RunPlan, count: number): ReadonlySet<CheckId>[] {
  const shards = Array.from({ length: count }, () => ({ requests: 0, checks: new Set<CheckId>() }));
  const planned = plannedChecks(plan, new Environment(['v2.1', 'v2']));
  const mostFirst = planned.toSorted((one, other) => other.requests - one.requests || (one.id < other.id ? -1 : 1));
  for (const { id, requests } of mostFirst) {
    const shard = shards.reduce((least, each) => (each.requests < least.requests ? each : least));
    shard.checks.add(id);
    shard.requests += requests;
  }
  return shards.map(({ checks }) => checks);
}

/** A check whose end a run records, without its outcome. */
export type RecordedCheck = Omit<CheckEnded, 'ended'>;

/** The checks whose end a run with this plan records on a target that serves these versions. */
export function recordedChecks(plan: RunPlan, served: readonly Version[]): RecordedCheck[] {
  return loadSuites().flatMap((suite) => {
    const checks = checksOf(suite)
      .filter((each) => isSelected(each, plan, served))
      .map(({ id, clause, title, version }) => ({ id, clause, title, version, check: checkName(id, version) }));
    const properties = suite.properties
      .filter((each) => isNamed(plan.only, each))
      .map(({ id, clause, title }) => ({ id, clause, title, check: id }));
    return [...checks, ...properties].map((each) => ({ kind: 'check', suite: suite.name, ...each }));
  });
}
