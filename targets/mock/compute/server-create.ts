import type { Context } from '../../embedded/behaviour';
import { badRequest } from '../../embedded/http';
import { createServerRecord } from '../../embedded/store';
import { randomSecret } from '../identity/account';
import type { ResourceRequest } from './resource-request';

/**
 * POST …/servers: the server is active at once, and has the metadata of the request. Image, flavor and network are
 * ignored.
 *
 * @throws {HttpError} for a body without a name, and for metadata that a PUT would refuse.
 */
export function createServer(given: ResourceRequest): unknown {
  const { behaviour, store, caller, request, linkTo } = given;
  const { server } = (behaviour.readBody(request) ?? {}) as { server?: { name?: unknown; metadata?: unknown } };
  if (typeof server?.name !== 'string') throw badRequest('Invalid input for field/attribute name');
  const id = crypto.randomUUID();
  const record = createServerRecord(id, server.name, caller, 'active', store.clock.date());
  const context: Context = { ...given, server: record };
  const pairs = behaviour.checkShape({ metadata: server.metadata ?? {} }, context);
  record.metadata = behaviour.checkPairs(pairs, context);
  behaviour.checkQuota(record.metadata, context);
  store.servers.set(id, record);
  return {
    server: {
      id,
      links: linkTo(`servers/${id}`),
      'OS-DCF:diskConfig': 'MANUAL',
      security_groups: [{ name: 'default' }],
      adminPass: randomSecret(),
    },
  };
}
