import type { Evidence } from '../../contracts/evidence/events';
import { Collector } from '../../reports/collector/collector';
import { Renumbering } from '../../reports/collector/renumber';
import { Reevaluation } from '../../reports/verdict/re-evaluate';
import { findSharedServer, type SoundShard } from './shared-servers';
import { readEvidence } from './verify-evidence';

/**
 * Judges the evidence of all shards again, one after the other, into one collector. Each shard has servers and a model of
 * its own; the verdicts are computed from the findings of all.
 *
 * @param add gets each event of the merged evidence.
 */
export async function judgeShards(
  shards: readonly SoundShard[],
  add: (evidence: Evidence) => void,
): Promise<Collector> {
  const collector = new Collector();
  const numbers = new Renumbering();
  for (const { report, began } of shards) {
    const { index, count } = report.run.shard;
    const again = new Reevaluation(began.shard.rules, false, collector);
    numbers.startShard();
    for await (const recorded of readEvidence(report.path)) {
      const evidence = withShardInReason(numbers.renumber(recorded), `shard ${index} of ${count}`);
      again.add(evidence);
      add(evidence);
    }
  }
  const reason = findSharedServer(shards);
  if (reason !== undefined) {
    const evidence = { kind: 'others', reason } as const;
    collector.add(evidence);
    add(evidence);
  }
  return collector;
}

/** A problem of the target, the network or the run names its shard: the user runs that one again. */
function withShardInReason(evidence: Evidence, shard: string): Evidence {
  if (evidence.kind === 'others') return { ...evidence, reason: `${shard}: ${evidence.reason}` };
  if (evidence.kind !== 'check' || evidence.ended.outcome !== 'not tested' || !evidence.ended.trouble) return evidence;
  return { ...evidence, ended: { ...evidence.ended, reason: `${shard}: ${evidence.ended.reason}` } };
}
