import { countNoun } from '../../../contracts/text/count-noun';
import type { RunFacts } from '../../result/result';

/** The part of a run that a result is of: `shard 2 of 4`, or `merged from 4 shards`; undefined for a run without shards. */
export function shardLabel({ shard, shards }: Pick<RunFacts, 'shard' | 'shards'>): string | undefined {
  if (shard !== undefined) return `shard ${shard.index} of ${shard.count}`;
  return shards === undefined ? undefined : `merged from ${countNoun(shards, 'shard')}`;
}

/** The same after the other facts of a run: with a comma before it, or empty. */
export function shardSuffix(run: Pick<RunFacts, 'shard' | 'shards'>): string {
  const label = shardLabel(run);
  return label === undefined ? '' : `, ${label}`;
}
