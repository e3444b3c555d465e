import type { CheckEnded, Evidence } from '../../contracts/evidence/events';
import { ecs } from '../../contracts/profiles/ecs';
import { nova } from '../../contracts/profiles/nova';
import type { Profile } from '../../contracts/profiles/profile';
import { Collector } from '../../reports/collector/collector';
import type { Summary } from '../../reports/result/result';
import { aggregate } from '../../reports/verdict/aggregate';
import { noWaivers } from '../../reports/verdict/waivers';
import type { Behaviour } from '../../targets/embedded/behaviour';
import type { Target } from '../../targets/http/target';
import type { Suite } from '../harness/dsl/check';
import { efforts, type RunPlan } from '../harness/run/run-plan';
import type { Selection } from '../harness/run/selection';
import { runSession } from '../harness/run-session';
import { runAll } from '../harness/session/run-suite';
import { suitesInOrder } from '../harness/session/suite-order';
import { inMemoryTarget } from './in-memory-target';

export interface EmbeddedRun {
  readonly summary: Summary;
  readonly checks: readonly CheckEnded[];
  /** The URLs to which each check has sent requests. */
  readonly sent: ReadonlyMap<string, readonly string[]>;
  readonly notRestored: readonly string[];
}

export interface EmbeddedOptions {
  /** Changes the target that a user would name, which has all that the embedded endpoint offers. */
  readonly target?: (whole: Target) => Target;
  readonly behaviour?: Partial<Behaviour>;
  readonly only?: Selection;
  /** The shard that `only` names: it may send more requests. */
  readonly shard?: NonNullable<RunPlan['shard']>;
  /** A suite as it is run in place of the declared one. */
  readonly watched?: (suite: Suite) => Suite;
  readonly onEvidence?: (evidence: Evidence) => void;
}

/** The profile that the embedded endpoint satisfies, with every clause that Nova's profile makes apply. */
const profile: Profile = { ...ecs, levels: nova.levels };

/** A quick run against the embedded endpoint, in this process. */
export async function runEmbedded({
  target,
  behaviour,
  only,
  shard,
  watched = same,
  onEvidence,
}: EmbeddedOptions = {}): Promise<EmbeddedRun> {
  const whole = inMemoryTarget({ behaviour: behaviour ?? {} });
  const sent = new Map<string, string[]>();
  const checks: CheckEnded[] = [];
  const collector = new Collector();
  const notPutBack = await runSession({
    target: target?.(whole) ?? whole,
    profile,
    plan: { effort: efforts.quick, seed: 1, corpus: [], ...(only && { only }), ...(shard && { shard }) },
    emit: (evidence) => {
      onEvidence?.(evidence);
      if (evidence.kind === 'check') checks.push(evidence);
      if (evidence.kind === 'exchange') {
        const { check, request } = evidence.exchange;
        sent.set(check, [...(sent.get(check) ?? []), request.path]);
      }
      collector.add(evidence);
    },
    run: (session) => runAll(session, suitesInOrder().map(watched)),
  });
  const summary = aggregate(collector, { profile, strict: false, waived: noWaivers });
  return { summary, checks, sent, notRestored: notPutBack };
}

const same = (suite: Suite): Suite => suite;
