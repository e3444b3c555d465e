import { type ClauseId, clauses } from '../../contracts/clauses';
import type { Cause } from '../../targets/implementations/implementation';
import { causeOf, implementationOf } from '../../targets/implementations/implementations';
import { type Column, hasFailed, shortName } from './implementations-page-cells';

/** The cause of each failed clause. */
export function deviationsSection(columns: readonly Column[]): string {
  return `## Deviations

The cause of each failure, and the implementations that it concerns: for each profile, how often the failure showed again when
its reproduction was sent again at the end of the run, and the line of the installed package where there is one. No count: no
single exchange shows the failure, or the run is older than the count.

${columnsByProduct(columns)
  .map(([product, own]) => `**${product}**\n\n${deviationList(own) || 'None.'}`)
  .join('\n\n')}`;
}

function columnsByProduct(columns: readonly Column[]): [string, Column[]][] {
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    const product = implementationOf(column.name)?.product ?? column.name;
    groups.set(product, [...(groups.get(product) ?? []), column]);
  }
  return [...groups];
}

/** One item for each clause and cause, with the implementations that it concerns. */
function deviationList(columns: readonly Column[]): string {
  const items = new Map<string, string[]>();
  for (const column of columns) {
    for (const { id, sentence } of clauses.filter(({ id }) => hasFailed(column.runs, id))) {
      const item = `- **${id}**, ${sentence}: ${findCause(column.name, id).sentence}`;
      items.set(item, [...(items.get(item) ?? []), describeFailures(column, id)]);
    }
  }
  return [...items].map(([item, found]) => `${item}\n  - ${found.join('\n  - ')}`).join('\n');
}

/** @throws {Error} for a failed clause without a cause. */
function findCause(name: string, id: ClauseId): Cause {
  const cause = causeOf(name, id);
  if (cause === undefined)
    throw new Error(`${id} fails on ${name} without a cause: add it to targets/implementations/`);
  return cause;
}

/** `Nova 34.0.0: ecs 3 of 3, nova 3 of 3, nova/utils.py:477`. */
function describeFailures({ name, runs }: Column, id: ClauseId): string {
  const failed = runs.filter((run) => run.clauses[id] === 'failed');
  const shown = failed.map(({ profile, failures }) => {
    const confirmed = failures?.[id]?.confirmed;
    return confirmed === undefined ? profile : `${profile} ${confirmed.shown} of ${confirmed.of}`;
  });
  const at = failed.map(({ failures }) => failures?.[id]?.at).find((place) => place !== undefined);
  return `${shortName(name)}: ${[...shown, ...(at === undefined ? [] : [`\`${at}\``])].join(', ')}`;
}
