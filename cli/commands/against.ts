import type { Evidence } from '../../contracts/evidence/events';
import { placeholders } from '../../contracts/http/placeholders';
import { metadataPath } from '../../contracts/http/route';
import type { Profile } from '../../contracts/profiles/profile';
import { renderDivergence } from '../../reports/formats/console/divergence';
import { ComparedTarget } from '../../suites/harness/differential/compared-target';
import { type DivergenceResult, findDivergence } from '../../suites/harness/differential/find-divergence';
import { INITIAL } from '../../suites/harness/dsl/assertions';
import type { TestContext } from '../../suites/harness/dsl/test-context';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { runSession } from '../../suites/harness/run-session';
import type { Target } from '../../targets/http/target';
import type { Network } from '../../targets/http/transport';
import type { JournalFile } from '../journal/journal-file';
import type { Machine } from '../machine/machine';
import { buildTarget } from '../target/build-target';
import type { ResolvedSettings } from '../target/resolve-credentials';

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
export async function runAgainst(options: AgainstOptions): Promise<number> {
  const { target, other, profile, plan, quota, journals, machine } = options;
  const { console } = machine;
  const sides = [new ComparedTarget(target.url), new ComparedTarget(other.url)] as const;
  const signal = machine.abortSignal();
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
  for (const journal of journals) journal?.complaintsPrinted();
  console.out(...describeDifference(differed, [target, other]));
  console.out(`profile ${profile.name}, ${plan.effort.name} effort, seed ${plan.seed}`);
  if (differed.divergence !== undefined) return 1;
  return notPutBack.length > 0 ? 3 : 0;
}

function describeDifference({ divergence, compared }: DivergenceResult, targets: readonly [Target, Target]): string[] {
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

/**
 * The target that the first one is compared with. It takes from the first one what the user does not give:
 * mostly it is another address of the same servers, or a copy of them.
 *
 * @throws {ConfigurationError} for what cannot be one.
 */
export function buildSecondTarget(given: ResolvedSettings, url: string, network: Network): Target {
  const { againstProjectId, againstServerId, againstToken, identity, timeout } = given;
  const { cacert, clientCert, clientKey, insecure } = given;
  const settings: ResolvedSettings = {
    projectId: againstProjectId ?? given.projectId,
    serverId: againstServerId === undefined ? given.serverId : [againstServerId],
    token: againstToken ?? given.token,
    ...(againstToken === undefined && identity !== undefined ? { identity } : {}),
    cacert,
    clientCert,
    clientKey,
    insecure,
    timeout,
  };
  return buildTarget(settings, url, network, '--against');
}
