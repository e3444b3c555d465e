import type { Evidence } from '../contracts/evidence/events';
import { placeholders } from '../contracts/http/placeholders';
import { metadataPath } from '../contracts/http/route';
import type { Profile } from '../contracts/profiles/profile';
import { renderDivergence } from '../reports/formats/console/divergence';
import { ComparedTarget } from '../suites/harness/differential/compared-target';
import { type DivergenceResult, findDivergence } from '../suites/harness/differential/find-divergence';
import { INITIAL } from '../suites/harness/dsl/assertions';
import type { TestContext } from '../suites/harness/dsl/test-context';
import type { RunPlan } from '../suites/harness/run/run-plan';
import { runSession } from '../suites/harness/run-session';
import type { Target } from '../targets/http/target';
import type { JournalFile } from './journal-file';
import type { Machine } from './machine/machine';

export interface AgainstOptions {
  readonly target: Target;
  readonly other: Target;
  readonly profile: Profile;
  readonly plan: RunPlan;
  readonly quota: number | undefined;
  /** Of each target. */
  readonly journals: readonly [JournalFile | undefined, JournalFile | undefined];
  readonly machine: Machine;
}

/** Gives two targets the same inputs until they react otherwise. Gives the exit code: 1 where they did. */
export async function against(options: AgainstOptions): Promise<number> {
  const { target, other, profile, plan, quota, journals, machine } = options;
  const { console } = machine;
  const sides = [new ComparedTarget(target.url), new ComparedTarget(other.url)] as const;
  const signal = machine.interruption();
  const notPutBack: string[] = [];
  let differed: DivergenceResult = { divergence: undefined, compared: 0 };
  const examined = async (place: 0 | 1, each: Target, conduct: () => Promise<void>) => {
    const emit = (evidence: Evidence) => sides[place].record(evidence);
    const begin = (tools: TestContext, tellSoFar: () => void) => {
      sides[place].start(tools, tellSoFar);
      return conduct();
    };
    const journal = journals[place];
    const session = { target: each, profile, plan, quota, emit, signal, journal, conduct: begin };
    notPutBack.push(...(await runSession(session)));
  };
  // The second is looked at before the first is changed: both URLs may lead to the same servers.
  await examined(0, target, () =>
    examined(1, other, async () => {
      differed = await findDivergence(...sides, plan.effort, plan.seed, profile.limits);
    }),
  );
  for (const complaint of notPutBack) console.err(`NOT PUT BACK: ${complaint}`);
  for (const journal of journals) journal?.told();
  console.out(...lines(differed, [target, other]));
  console.out(`profile ${profile.name}, ${plan.effort.name} effort, seed ${plan.seed}`);
  if (differed.divergence !== undefined) return 1;
  return notPutBack.length > 0 ? 3 : 0;
}

function lines({ divergence, compared }: DivergenceResult, targets: readonly [Target, Target]): string[] {
  const urls = targets.map(({ url }) => url).join(' and ');
  if (divergence === undefined) return [`no difference: ${urls} reacted alike to ${compared} requests`];
  const reacted = targets.map(({ url, projectId, serverIds: [id = ''] }, place) => {
    const given = {
      path: metadataPath('v2.1', projectId, id),
      token: placeholders.own,
      body: JSON.stringify({ metadata: INITIAL }),
    };
    return renderDivergence({ url, given: [given], exchanged: divergence[place] ?? [] });
  });
  return [`${urls} react otherwise within ${compared} requests; made small, it is this`, ...reacted.flat()];
}
