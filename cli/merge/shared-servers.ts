import type { ShardReport } from './shard-report';
import type { ShardStarted } from './verify-evidence';

/** A shard whose evidence was verified. */
export interface SoundShard {
  readonly report: ShardReport;
  readonly began: ShardStarted;
}

/**
 * One sentence for two shards that ran at the same time on one server; undefined if there are none. Each has changed what
 * the other had stored, so neither shows a violation. A server that is named for a vm_state is never changed by a target
 * that conforms: shards may share it.
 */
export function findSharedServer(shards: readonly SoundShard[]): string | undefined {
  for (const [place, one] of shards.entries()) {
    for (const other of shards.slice(place + 1)) {
      const ids = new Set(serversOf(other));
      const shared = serversOf(one).find((id) => ids.has(id));
      if (shared === undefined || !isSameTime(one.report, other.report)) continue;
      const [{ index: first }, { index: second, count }] = [one.report.run.shard, other.report.run.shard];
      return `shards ${first} and ${second} of ${count} ran at the same time on server ${shared}: give each shard servers of its own, and run both again`;
    }
  }
  return undefined;
}

function serversOf({ began }: SoundShard): string[] {
  return began.subject.servers.flatMap(({ id, declaredState }) => (declaredState === undefined ? [id] : []));
}

function isSameTime(one: ShardReport, other: ShardReport): boolean {
  const [first, second] = [one, other].map(({ run }) => {
    const from = Date.parse(run.began);
    return { from, to: from + run.seconds * 1_000 };
  });
  return first !== undefined && second !== undefined && first.from < second.to && second.from < first.to;
}
