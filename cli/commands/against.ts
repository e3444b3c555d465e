import { placeholders } from '../../contracts/http/placeholders';
import { metadataPath } from '../../contracts/http/route';
import type { Profile } from '../../contracts/profiles/profile';
import { countNoun } from '../../contracts/text/count-noun';
import { renderDivergence } from '../../reports/formats/console/divergence';
import { ComparedTarget } from '../../suites/harness/differential/compared-target';
import { type DivergenceResult, findDivergence } from '../../suites/harness/differential/find-divergence';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { INITIAL } from '../../suites/harness/worker/fixtures';
import type { Target } from '../../targets/http/target';
import type { Network } from '../../targets/http/transport';
import type { JournalFile } from '../journal/journal-file';
import type { Machine } from '../machine/machine';
import { conductSession } from '../session/conduct-session';
import { buildTarget } from '../target/build-target';
import type { ResolvedSettings } from '../target/resolve-credentials';

export interface AgainstOptions {
  readonly target: Target;
  readonly other: Target;
  readonly profile: Profile;
  readonly plan: RunPlan;
  readonly quota: number | undefined;
  /** One of each target. */
  readonly journals: readonly [JournalFile | undefined, JournalFile | undefined];
  readonly machine: Machine;
}

/** Sends the same requests to two targets until they react differently. Gives the exit code: 1 if they do. */
export async function runAgainst(options: AgainstOptions): Promise<number> {
  const { target, other, profile, plan, quota, journals, machine } = options;
  const { console } = machine;
  const sides = [new ComparedTarget(target.url), new ComparedTarget(other.url)] as const;
  const notPutBack: string[] = [];
  let differed: DivergenceResult = { divergence: undefined, compared: 0 };
  const withSide = async (place: 0 | 1, each: Target, work: () => Promise<void>) => {
    const session = { target: each, profile, plan, quota, journal: journals[place], machine };
    const complaints = await conductSession(session, {
      emit: (evidence) => sides[place].record(evidence),
      runInstead: (context, flush) => {
        sides[place].start(context, flush);
        return work();
      },
    });
    notPutBack.push(...complaints);
  };
  // The second target is read before the first one is changed: both URLs may lead to the same servers.
  await withSide(0, target, () =>
    withSide(1, other, async () => {
      differed = await findDivergence(...sides, plan.effort, plan.seed, profile.limits);
    }),
  );
  console.out(...describeDifference(differed, [target, other]));
  console.out(`profile ${profile.name}, ${plan.effort.name} effort, seed ${plan.seed}`);
  if (differed.divergence !== undefined) return 1;
  return notPutBack.length > 0 ? 3 : 0;
}

function describeDifference({ divergence, compared }: DivergenceResult, targets: readonly [Target, Target]): string[] {
  const urls = targets.map(({ url }) => url).join(' and ');
  if (divergence === undefined)
    return [`no difference: ${urls} reacted in the same way to ${countNoun(compared, 'request')}`];
  const reacted = targets.map(({ url, projectId, serverIds: [id = ''] }, place) => {
    const given = {
      path: metadataPath('v2.1', projectId, id),
      token: placeholders.own,
      body: JSON.stringify({ metadata: INITIAL }),
    };
    return renderDivergence({ url, given: [given], exchanged: divergence[place] ?? [] });
  });
  return [
    `${urls} react differently within ${countNoun(compared, 'request')}; this is the shortest reproduction`,
    ...reacted.flat(),
  ];
}

/**
 * The target that the first one is compared with. It takes from the first one what the user does not give:
 * mostly it is another address of the same servers, or a copy of them.
 *
 * @throws {ConfigurationError} for a missing or wrong setting.
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
