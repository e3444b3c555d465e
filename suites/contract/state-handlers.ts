import { metadataPath } from '../../contracts/http/route';
import { type Metadata, sameMetadata } from '../../contracts/metadata';
import type { ProviderState, ProviderStateName, ProviderStates } from '../../contracts/pact/provider-states';
import type { VmState } from '../../contracts/vm-states';
import type { Server } from '../../targets/metadata-api';
import type { Tools } from '../harness/tools';
import type { Place } from './place';

const unknownServer = '00000000-0000-4000-8000-000000000000';
const unknownProject = '0123456789abcdef0123456789abcdef';

type Handler<Name extends ProviderStateName> = (tools: Tools, params: ProviderStates[Name]) => Promise<Partial<Place>>;

/** How each provider state is brought about on a target, by the same ways as in any other check. */
const handlers: { readonly [Name in ProviderStateName]: Handler<Name> } = {
  'server exists': async (tools, { vm_state, metadata }) => at(await standing(tools, vm_state, metadata)),
  'replace was sent': async (tools, { vm_state, metadata, sent, version = 'v2.1', token = 'valid' }) => {
    const server = await standing(tools, vm_state, metadata);
    // Whatever it is answered: what comes of it is for the interaction to see.
    await tools.send({
      method: 'PUT',
      path: metadataPath(version, server.projectId, server.id),
      as: token === 'valid' ? server.as : 'none',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify({ metadata: sent })),
    });
    return at(server);
  },
  'replace was sent to another server': async (tools, { metadata, sent }) => {
    const neighbour = await tools.given.neighbour(metadata);
    const server = await tools.given.server('active', {});
    await tools.replace(server, sent);
    await tools.read(server);
    return at(neighbour);
  },
  'server does not exist': async (_tools, { server_id = unknownServer }) => ({ serverId: server_id }),
  'server belongs to another project': async (tools) => {
    // Too short a value to be recognised in an answer: whether one shows the metadata is not for Pact to see.
    const { id } = await tools.given.stranger({ theirs: '1' });
    return { serverId: id };
  },
  'project is not of the token': async ({ needs }) => {
    needs('project-in-url');
    return { projectId: unknownProject };
  },
  'token is not valid': async () => ({ as: 'unknown' }),
};

/** Brings a provider state about, and tells what it means for the request that follows. */
export function bringAbout({ name, params }: ProviderState, tools: Tools): Promise<Partial<Place>> {
  return (handlers[name] as Handler<typeof name>)(tools, params as never);
}

/** A server in this vm_state that holds this map, where one is presupposed. */
async function standing(tools: Tools, vmState: VmState = 'active', metadata?: Metadata): Promise<Server> {
  const server = await tools.given.server(vmState, metadata ?? {});
  if (metadata === undefined || sameMetadata(await tools.read(server), metadata)) return server;
  // A target that refuses a map in this state, rightly or not, may take it in another.
  await tools.given.server('active', metadata);
  const again = await tools.given.server(vmState, metadata);
  if (sameMetadata(await tools.read(again), metadata)) return again;
  return tools.notTested(`no server could be had that is ${vmState} and holds ${JSON.stringify(metadata)}`);
}

function at({ id, projectId, as }: Server): Place {
  return { projectId, serverId: id, as };
}
