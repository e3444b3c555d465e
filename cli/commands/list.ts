import { Environment } from '../../suites/harness/run/environment';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { plannedChecks } from '../../suites/harness/session/plan';
import { jsonLines } from '../output/json-lines';

/**
 * The checks that a run with this plan makes, on a target that has every capability. A line for each: its id, its
 * versions, its expected requests, its title and its needs.
 */
export function listAsText(plan: RunPlan): string[] {
  const { checks, requests: all } = listed(plan);
  const width = Math.max(...checks.map(({ id }) => id.length));
  const lines = checks.map(({ id, versions, requests, title, needs }) => {
    const needed = needs.length === 0 ? '' : ` (needs ${needs.join(', ')})`;
    return `${id.padEnd(width)}  ${versions.join(' ').padEnd(7)}  ${`${requests}`.padStart(5)}  ${title}${needed}`;
  });
  return [...lines, '', `${checks.length} checks, about ${all} requests`];
}

/** The same as JSON. */
export function listAsJson(plan: RunPlan): string[] {
  return jsonLines(listed(plan));
}

function listed(plan: RunPlan) {
  const planned = plannedChecks(plan, new Environment(['v2.1', 'v2']));
  const checks = planned.map((check) => ({ ...check, requests: Math.round(check.requests) }));
  return { checks, requests: Math.round(planned.reduce((sum, { requests }) => sum + requests, 0)) };
}
