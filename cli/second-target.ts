import type { Target } from '../targets/http/target';
import type { Network } from '../targets/http/transport';
import type { Accessed } from './accessed';
import { flagOf, type SettingName } from './settings';
import { targetOf } from './target-of';
import { UsageError } from './usage-error';

/** The settings that speak of a second target. */
export const ofAgainst = [
  'against',
  'againstProjectId',
  'againstServerId',
  'againstToken',
] as const satisfies SettingName[];

/** What a comparison of two targets gives no meaning to. */
const unmeant = ['replay', 'baseline', 'waive', 'strict'] as const satisfies SettingName[];

/**
 * The target that the first one is compared with. Whatever the user does not say of it is as with the first: most
 * often it is another way to the same servers, or a copy of them.
 *
 * @throws {UsageError} for what cannot be one.
 */
export function secondTarget(given: Accessed, url: string, network: Network): Target {
  const clash = unmeant.find((name) => given[name] !== undefined);
  if (clash !== undefined) {
    throw new UsageError(`${flagOf(clash)} says nothing of a comparison: leave it out, or leave out --against`);
  }
  const { againstProjectId, againstServerId, againstToken, identity, timeout } = given;
  const { cacert, clientCert, clientKey, insecure } = given;
  const settings: Accessed = {
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
  return targetOf(settings, url, network, '--against');
}
