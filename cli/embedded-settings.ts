import type { EndpointDescription } from '../targets/embedded/endpoint';
import type { Given } from './settings';

/** What the embedded endpoint has to offer, as the settings that a user would give for it. */
export function embeddedSettings(reference: EndpointDescription): Given {
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
