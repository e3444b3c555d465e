import { embeddedSettings } from '../../cli/embedded-settings';
import { targetOf } from '../../cli/target-of';
import type { ClauseId } from '../../contracts/clauses';
import { profiles } from '../../contracts/profiles';
import { corpus } from '../../properties/corpus';
import { Collector } from '../../reports/collector';
import { resolveSuspects } from '../../reports/resolve-suspects';
import { summarize } from '../../reports/summarize';
import { startReference } from '../../targets/reference/reference';
import { type Effort, efforts } from '../harness/effort';
import { examine } from '../harness/examine';
import type { KnownEndpoint } from './known-endpoints';

/** What the suite says of an endpoint of which it is known. */
export interface Proved {
  /** Every clause that the report blames, SHOULDs included. */
  readonly blamed: readonly ClauseId[];
  readonly notTested: readonly ClauseId[];
  /** What must never be: the suite in disagreement with itself, or an endpoint on loopback that could not be reached. */
  readonly mishaps: readonly string[];
  /** Servers that hold something else than before. A wrong endpoint may not let itself be put right. */
  readonly notPutBack: readonly string[];
  readonly requests: number;
  readonly seconds: number;
  /** When the first failure that counts was seen, in requests and seconds from the start. */
  readonly first?: { readonly requests: number; readonly seconds: number };
}

export interface ProveOptions {
  readonly effort: Effort['name'];
  readonly seed: number;
  /** Nothing but the checks and laws of these clauses, where given. */
  readonly only?: ReadonlySet<ClauseId> | undefined;
}

/** Examines an endpoint by the code path of the command. */
export async function prove(known: KnownEndpoint, { effort, seed, only }: ProveOptions): Promise<Proved> {
  const began = performance.now();
  const elapsed = () => Math.round((performance.now() - began) / 10) / 100;
  const plan = { effort: efforts[effort], seed, corpus, ...(only && { only }) };
  const profile = profiles[known.profile ?? 'ecs'];
  const { quota } = known;
  const reference = await startReference({ behaviour: known.behaviour(), ...(quota === undefined ? {} : { quota }) });
  try {
    const target = targetOf(embeddedSettings(reference), reference.url);
    const collector = new Collector();
    const seconds = new Map<number, number>();
    const notPutBack = await examine({
      target,
      profile,
      plan,
      emit: (evidence) => {
        if (evidence.kind === 'exchange') seconds.set(evidence.exchange.number, elapsed());
        collector.add(evidence);
      },
    });
    const { clauses, defects, troubles, exchanges } = summarize(collector, {
      profile,
      strict: false,
      waived: new Set(),
    });
    const having = (verdict: string) => clauses.flatMap((result) => (result.verdict === verdict ? result.clause : []));
    const requests = firstFailure(collector, known.killedBy);
    return {
      blamed: having('failed'),
      notTested: having('not tested'),
      mishaps: [...defects, ...troubles],
      notPutBack,
      requests: exchanges,
      seconds: elapsed(),
      ...(requests !== undefined && { first: { requests, seconds: seconds.get(requests) ?? 0 } }),
    };
  } finally {
    await reference.close();
  }
}

/** The number of the first exchange for which one of the clauses is blamed. */
function firstFailure({ checks, kept }: Collector, killedBy: readonly ClauseId[]): number | undefined {
  const breaches = checks.flatMap((observed) => observed.breaches);
  const numbers = resolveSuspects(breaches, (clause) => kept.has(clause))
    .filter(({ blamed }) => killedBy.includes(blamed))
    .map(({ exchange }) => exchange);
  return numbers.length === 0 ? undefined : Math.min(...numbers);
}
