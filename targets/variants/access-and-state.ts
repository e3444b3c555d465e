import { compliant } from '../embedded/compliant';
import { forbidden, notFound } from '../embedded/http';
import { replaceStatus } from './helpers';
import { variant } from './variant';

export const deletedNotFound = variant({
  name: 'deleted-not-found',
  description: 'Returns 404 for a deleted server (STATE-12).',
  findServer: (address, caller, store) => {
    const server = compliant.findServer(address, caller, store);
    if (server.vmState === 'deleted') throw notFound(server.id);
    return server;
  },
});

export const foreignProject401 = variant({
  name: 'foreign-project-401',
  description: 'Rejects another project in the URI with 401 (ACCESS-05).',
  authorise: replaceStatus<'authorise'>(compliant.authorise, 400, 401),
});

export const foreignProject403 = variant({
  name: 'foreign-project-403',
  description: 'Rejects another project in the URI with 403 (ACCESS-05).',
  authorise: replaceStatus<'authorise'>(compliant.authorise, 400, 403),
});

export const foreignProject404 = variant({
  name: 'foreign-project-404',
  description: 'Rejects another project in the URI with 404 (ACCESS-05).',
  authorise: replaceStatus<'authorise'>(compliant.authorise, 400, 404),
});

export const foreignServer403 = variant({
  name: 'foreign-server-403',
  description: "Rejects another project's server with 403 (ACCESS-06).",
  findServer: (address, caller, store) => {
    const isForeign = store.servers.has(address.serverId) && store.servers.get(address.serverId)?.projectId !== caller;
    if (isForeign) throw forbidden('Policy does not allow this request to be performed.');
    return compliant.findServer(address, caller, store);
  },
});

export const lockedTaken = variant({
  name: 'locked-taken',
  description: 'Accepts a request for a locked server, like Nova for an administrator (STATE-14).',
  checkState: (context) => compliant.checkState({ ...context, server: { ...context.server, locked: false } }),
});
