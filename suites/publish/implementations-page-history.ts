import { type ClauseId, clauses } from '../../contracts/clauses';
import { novaChanges } from '../../targets/implementations/nova-pypi/history';
import { type Column, describeReadings, describeVerdicts, table } from './implementations-page-cells';

/** The releases of Nova side by side: the clauses in which they differ, with the release that changed them. */
export function historySection(columns: readonly Column[]): string {
  const releases = columns.flatMap(({ name, runs }) => {
    const major = /^OpenStack Nova (\d+)\.[\d.]+$/.exec(name)?.[1];
    const compared = runs.filter(({ profile }) => profile === 'nova');
    return major === undefined || compared.length === 0 ? [] : [{ name, runs: compared, major: Number(major) }];
  });
  // Clauses that change in the same way share a row.
  const rows = new Map<string, { readonly ids: ClauseId[]; readonly cells: readonly string[]; readonly why: string }>();
  for (const { id } of clauses) {
    const cells = releases.map((release) => `${describeVerdicts(release, id)} ${describeReadings(release, id)}`.trim());
    const changed = releases.filter((_, index) => index > 0 && cells[index] !== cells[index - 1]);
    if (changed.length === 0) continue;
    const why = changed.map(({ major }) => whyChanged(id, major)).join(' ');
    const row = rows.get(`${cells} ${why}`) ?? { ids: [], cells, why };
    row.ids.push(id);
    rows.set(`${cells} ${why}`, row);
  }
  return `## Nova, release by release

Clauses in which two of these releases differ, by the profile \`nova\`. In all other clauses they agree.

${table(
  ['clauses', ...releases.map(({ major }) => `Nova ${major}`), 'the first release that differs, and why'],
  [...rows.values()].map(({ ids, cells, why }) => [ids.join(', '), ...cells, why]),
)}`;
}

/** @throws {Error} for a change that has no explanation. */
function whyChanged(id: ClauseId, major: number): string {
  const change = novaChanges.find(({ clauses, release }) => clauses.includes(id) && release === major);
  if (change === undefined)
    throw new Error(
      `${id} changes in Nova ${major} without a reason: add it to targets/implementations/nova-pypi/history.ts`,
    );
  return `${major}: ${change.why}`;
}
