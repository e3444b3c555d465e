import { formatShard } from '../../contracts/evidence/shard';
import { Environment } from '../../suites/harness/run/environment';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { plannedChecks } from '../../suites/harness/session/plan';
import { wrapLine } from '../machine/wrap-line';
import { jsonLines } from '../output/json-lines';

/**
 * The checks that a run with this plan makes, on a target that has every capability. A line for each: its id, its
 * versions, its expected requests, its title and its needs. In a terminal that is too narrow, title and needs have lines
 * of their own.
 */
export function listAsText(plan: RunPlan, columns?: number): string[] {
  const { checks, requests: all } = listed(plan);
  const width = Math.max(...checks.map(({ id }) => id.length));
  const row = (id: string, versions: string, count: string) =>
    `${id.padEnd(width)}  ${versions.padEnd(7)}  ${count.padStart(8)}`;
  const rows = checks.map(({ id, versions, requests, title, needs }) => {
    const needed = needs.length === 0 ? '' : ` (needs ${needs.join(', ')})`;
    return [row(id, versions.join(' '), `${requests}`), `${title}${needed}`] as const;
  });
  const isWide = columns === undefined || rows.every((parts) => parts.join('  ').length <= columns);
  const header = row('check', 'under', 'requests');
  return [
    ...(isWide ? [`${header}  title`] : [header]),
    ...rows.flatMap(([first, text]) => (isWide ? [`${first}  ${text}`] : [first, ...wrapLine(`    ${text}`, columns)])),
    '',
    `${checks.length} checks, about ${all} requests${shardOf(plan)}`,
  ];
}

/** The same as JSON. */
export function listAsJson(plan: RunPlan): string[] {
  const { shard } = plan;
  return jsonLines({ ...listed(plan), ...(shard && { shard: formatShard(shard) }) });
}

/** At the end of a line: `, shard 2/4`. */
export function shardOf({ shard }: RunPlan): string {
  return shard === undefined ? '' : `, shard ${formatShard(shard)}`;
}

function listed(plan: RunPlan) {
  const planned = plannedChecks(plan, new Environment(['v2.1', 'v2']));
  const checks = planned.map((check) => ({ ...check, requests: Math.round(check.requests) }));
  return { checks, requests: Math.round(planned.reduce((sum, { requests }) => sum + requests, 0)) };
}
