import { metadataPath } from '../../contracts/http/route';
import type { Version } from '../../contracts/metadata';
import type { PeerEndpoint } from './peer';
import type { Call } from './tempest-checks';

/**
 * Requests for the metadata of an endpoint's server, under one URI.
 *
 * @param see is shown every answer, with what it answers.
 */
export function callUnder(
  version: Version,
  endpoint: PeerEndpoint,
  see?: (asked: string, answer: Response) => void,
): Call {
  const { url, projectId, serverId, token, signal } = endpoint;
  const headers = { 'x-auth-token': token, accept: 'application/json', 'content-type': 'application/json' };
  return async (method, body, otherServer = serverId) => {
    const path = metadataPath(version, projectId, otherServer);
    const answer = await fetch(`${url}${path}`, { method, headers, signal, ...(body !== undefined && { body }) });
    see?.(`${method} ${version}`, answer);
    return { status: answer.status, body: await answer.text() };
  };
}
