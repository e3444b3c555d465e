import type { EndpointDescription } from '../../targets/embedded/endpoint';
import type { RunningEndpoint } from '../../targets/embedded/start-endpoint';
import type { Target } from '../../targets/http/target';
import { realNetwork } from '../../targets/http/transport';
import type { Settings } from '../settings/settings';
import { buildTarget } from './build-target';
import type { ResolvedSettings } from './resolve-credentials';

/** The embedded endpoint as a target, without a proxy, and the settings that describe it. */
export function buildEmbeddedTarget(reference: RunningEndpoint, given: ResolvedSettings): [Target, ResolvedSettings] {
  const settings = { ...given, ...embeddedSettings(reference) };
  return [{ ...buildTarget(settings, reference.url, realNetwork), proxy: undefined }, settings];
}

/** The settings that describe the embedded endpoint. */
export function embeddedSettings(reference: EndpointDescription): Settings {
  return {
    target: reference.url,
    projectId: reference.projectId,
    serverId: reference.serverIds,
    token: reference.token,
    otherProjectId: reference.otherProjectId,
    otherToken: reference.otherToken,
    otherServerId: reference.otherServerId,
    vmState: Object.entries(reference.fixedServers).map(([state, id]) => `${state}=${id}`),
  };
}
