import type { Behaviour } from './behaviour';
import { badRequest, notFound, unauthorized } from './fault';

/** Nova: the token first (401), then the project in the URI (400). */
export const authorise: Behaviour['authorise'] = (request, address, world) => {
  const project = world.tokens.get(request.headers['x-auth-token'] ?? '');
  if (project === undefined) throw unauthorized();
  if (project !== address.projectId) {
    throw badRequest(
      `Malformed request URL: URL's project_id '${address.projectId}' doesn't match Context's project_id`,
    );
  }
  return project;
};

/** Nova: what is not there, is no UUID, or is another project's, is not found. */
export const findServer: Behaviour['findServer'] = (address, caller, world) => {
  const server = world.servers.get(address.serverId);
  if (server === undefined || server.projectId !== caller) throw notFound(`Instance ${address.serverId}`);
  return server;
};
