import { embeddedSettings } from '../../cli/embedded-settings';
import { targetOf } from '../../cli/target-of';
import type { ClauseId } from '../../contracts/clauses';
import { profiles } from '../../contracts/profiles';
import { corpus } from '../../properties/corpus';
import { Collector } from '../../reports/collector';
import { summarize } from '../../reports/summarize';
import type { Summary } from '../../reports/verdict';
import type { Behaviour } from '../../targets/reference/behaviour';
import { startReference } from '../../targets/reference/reference';
import { type Effort, efforts } from '../harness/effort';
import { examine } from '../harness/examine';

/** What the suite says of an endpoint whose faults are known. */
export interface Proved {
  readonly name: string;
  readonly verdict: Summary['verdict'];
  readonly exitCode: number;
  /** Every clause that the report blames, SHOULDs included. */
  readonly blamed: readonly ClauseId[];
  readonly notTested: readonly ClauseId[];
  readonly defects: readonly string[];
  readonly troubles: readonly string[];
  readonly exchanges: number;
  readonly seconds: number;
}

/** An endpoint to examine: a known-wrong one, or a right variant. */
export interface Provable {
  readonly name: string;
  readonly behaviour: () => Partial<Behaviour>;
  /** Pairs that a server may have. */
  readonly quota?: number | undefined;
  /** By which profile it is examined, `ecs` where none is named. */
  readonly profile?: keyof typeof profiles | undefined;
}

/** Examines an endpoint by the code path of the command. */
export async function prove(
  { name, behaviour, quota, profile: profileName = 'ecs' }: Provable,
  effort: Effort['name'] = 'quick',
  seed = 1,
): Promise<Proved> {
  const began = performance.now();
  const plan = { effort: efforts[effort], seed, corpus };
  const profile = profiles[profileName];
  const reference = await startReference({ behaviour: behaviour(), ...(quota === undefined ? {} : { quota }) });
  try {
    const target = targetOf(embeddedSettings(reference), reference.url);
    const collector = new Collector();
    await examine({ target, profile, plan, emit: (evidence) => collector.add(evidence) });
    const summary = summarize(collector, { profile, strict: false, waived: new Set() });
    const having = (verdict: string) => summary.clauses.filter((result) => result.verdict === verdict);
    return {
      name,
      verdict: summary.verdict,
      exitCode: summary.exitCode,
      blamed: having('failed').map(({ clause }) => clause),
      notTested: having('not tested').map(({ clause }) => clause),
      defects: summary.defects,
      troubles: summary.troubles,
      exchanges: summary.exchanges,
      seconds: Math.round((performance.now() - began) / 10) / 100,
    };
  } finally {
    await reference.close();
  }
}
