import type { Evidence } from '../../contracts/evidence/events';
import { ecs } from '../../contracts/profiles/ecs';
import { nova } from '../../contracts/profiles/nova';
import { Collector } from '../../reports/collector/collector';
import { Renumbering } from '../../reports/collector/renumber';
import type { Summary } from '../../reports/result/result';
import { aggregate } from '../../reports/verdict/aggregate';
import { Reevaluation } from '../../reports/verdict/re-evaluate';
import { noWaivers } from '../../reports/verdict/waivers';
import { allMutants } from '../../targets/mutants';
import { efforts } from '../harness/run/run-plan';
import { splitChecks } from '../harness/session/shards';
import { runEmbedded } from './embedded-run';

const profile = { ...ecs, levels: nova.levels };
const splits = splitChecks({ effort: efforts.quick, seed: 1, corpus: [] }, 4);

/** The evidence of four shards, each on a target of its own, judged again into one summary. */
async function runShards(behaviour: Parameters<typeof runEmbedded>[0]): Promise<Summary> {
  const collector = new Collector();
  const numbers = new Renumbering();
  for (const [place, only] of splits.entries()) {
    const again = new Reevaluation(profile, true, collector);
    numbers.startShard();
    const onEvidence = (evidence: Evidence) => again.add(numbers.renumber(evidence));
    const shard = { index: place + 1, count: splits.length };
    await runEmbedded({ ...behaviour, only, shard, onEvidence });
    again.close();
    expect(again.errors).toEqual([]);
  }
  return aggregate(collector, { profile, strict: false, waived: noWaivers });
}

const verdictsOf = ({ clauses }: Summary) =>
  Object.fromEntries(clauses.map(({ clause, verdict, reading }) => [clause, [verdict, reading]]));

test.each(['key-limit-256', 'echoes-without-storing'])(
  'four shards of %s give each clause the verdict of one run',
  async (name) => {
    const behaviour = () => allMutants.find((each) => each.name === name)?.behaviour() ?? {};
    const single = await runEmbedded({ behaviour: behaviour() });
    const merged = await runShards({ behaviour: behaviour() });
    expect(verdictsOf(merged)).toEqual(verdictsOf(single.summary));
  },
  120_000,
);
