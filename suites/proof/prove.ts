import { embeddedSettings } from '../../cli/embedded-settings';
import { targetOf } from '../../cli/target-of';
import type { ClauseId } from '../../contracts/clauses';
import { ecs } from '../../contracts/profiles/ecs';
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

/** Examines an endpoint that decides as given, by the code path of the command. */
export async function prove(
  name: string,
  behaviour: Partial<Behaviour>,
  effort: Effort['name'] = 'quick',
  seed = 1,
): Promise<Proved> {
  const began = performance.now();
  const plan = { effort: efforts[effort], seed, corpus };
  const reference = await startReference({ behaviour });
  try {
    const target = targetOf(embeddedSettings(reference), reference.url);
    const collector = new Collector();
    await examine({ target, profile: ecs, plan, emit: (evidence) => collector.add(evidence) });
    const summary = summarize(collector, { profile: ecs, strict: false, waived: new Set() });
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
