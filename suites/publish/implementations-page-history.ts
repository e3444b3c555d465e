import { type ClauseId, clauses } from '../../contracts/clauses';
import { novaChanges } from '../../targets/implementations/nova-pypi/history';
import { type Column, describeReadings, describeVerdicts, table } from './implementations-page-cells';

/** The releases of Nova side by side: the clauses in which they differ, with the release that changed them. */
export function historySection(columns: readonly Column[]): string {
  const releases = columns.flatMap((column) => {
    const major = /^OpenStack Nova (\d+)\.[\d.]+$/.exec(column.name)?.[1];
    return major === undefined ? [] : [{ ...column, major: Number(major) }];
  });
  const rows = clauses.flatMap(({ id }) => {
    const cells = releases.map((release) =>
      [describeVerdicts(release, id), describeReadings(release, id)].join(' ').trim(),
    );
    const changed = releases.filter((_, index) => index > 0 && cells[index] !== cells[index - 1]);
    return changed.length === 0 ? [] : [[id, ...cells, changed.map(({ major }) => whyChanged(id, major)).join(' ')]];
  });
  return `## Nova, release by release

Clauses in which two releases from ${releases[0]?.major} to ${releases.at(-1)?.major} differ. In all others these releases agree.

${table(['clause', ...releases.map(({ major }) => String(major)), 'what changed'], rows)}`;
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
