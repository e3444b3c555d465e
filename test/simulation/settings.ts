import type { Settings } from '../../cli/settings/settings';
import { embeddedSettings } from '../../cli/target/embedded-target';
import { describeEndpoint } from '../../targets/embedded/endpoint';
import type { Scenario } from './scenario';

export const out = '/reports';
export const journal = `${out}/journal.jsonl`;
export const named = describeEndpoint('http://ecs.test');

export function settingsOfRun(scenario: Scenario): Settings {
  const { servers, made, hasSecondProject, hasNamedStates, isStrict, seed, endpoint } = scenario;
  const { otherProjectId, otherToken, otherServerId, vmState, ...own } = embeddedSettings(named);
  return {
    ...own,
    ...(hasSecondProject ? { otherProjectId, otherToken, otherServerId } : {}),
    ...(hasNamedStates ? { vmState } : {}),
    ...(made > 0 ? { createServers: made, image: 'i', flavor: 'f' } : {}),
    serverId: named.serverIds.slice(0, servers),
    effort: 'quick',
    seed,
    out,
    yes: true,
    strict: isStrict,
    timeout: 10,
    ...(typeof endpoint.profile === 'string' ? { profile: endpoint.profile } : {}),
  };
}

export function settingsOfRestore({ hasSecondProject }: Scenario): Settings {
  const { token, otherToken } = embeddedSettings(named);
  return { token, ...(hasSecondProject ? { otherToken } : {}), timeout: 10 };
}
