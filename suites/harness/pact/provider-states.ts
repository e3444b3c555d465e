import type { Need } from '../../../contracts/capabilities';
import type { Caller } from '../../../contracts/http/placeholders';
import { metadataPath, routeOf } from '../../../contracts/http/route';
import { type Metadata, sameMetadata } from '../../../contracts/metadata';
import type { PactInteraction } from '../../../contracts/pact/pact-file';
import {
  isProviderState,
  type ProviderState,
  type ProviderStateName,
  type ProviderStates,
} from '../../../contracts/pact/provider-states';
import type { VmState } from '../../../contracts/vm-states';
import type { Server } from '../../../targets/metadata-api';
import type { TestContext } from '../dsl/test-context';
import { unknownProjectId, unknownServerId } from '../dsl/unknown-ids';
import { vmStateNeeds } from '../dsl/vm-state';
import { FixtureFailed } from '../run/check-outcome';

type Handler<Name extends ProviderStateName> = (
  tools: TestContext,
  params: ProviderStates[Name],
) => Promise<Partial<RequestAddress>>;

/** Sets up each provider state on a target, as any other check does. */
const handlers: { readonly [Name in ProviderStateName]: Handler<Name> } = {
  'server exists': async (tools, { vm_state, metadata }) => addressOf(await prepareServer(tools, vm_state, metadata)),
  'replace was sent': async (tools, { vm_state, metadata, sent, version = 'v2.1', token = 'valid' }) => {
    const server = await prepareServer(tools, vm_state, metadata);
    // The interaction checks the effect, so the response does not matter.
    await tools.send({
      method: 'PUT',
      path: metadataPath(version, server.projectId, server.id),
      as: token === 'valid' ? server.as : 'none',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify({ metadata: sent })),
    });
    return addressOf(server);
  },
  'replace was sent to another server': async (tools, { metadata, sent }) => {
    const second = await tools.given.secondServer(metadata);
    const server = await tools.given.server('active', {});
    await tools.replace(server, sent);
    await tools.read(server);
    return addressOf(second);
  },
  'server does not exist': async ({ subject }, { server_id = unknownServerId(subject) }) => ({ serverId: server_id }),
  'server belongs to another project': async (tools) => {
    // A value too short to be searched for in a response: other checks do that.
    const { id } = await tools.given.otherProjectServer({ theirs: '1' });
    return { serverId: id };
  },
  'project is not of the token': async ({ needs, subject }) => {
    needs('project-in-url');
    return { projectId: unknownProjectId(subject) };
  },
  'token is not valid': async () => ({ as: 'unknown' }),
};

/** Sets up a provider state, and returns its effect on the request that follows. */
export function setUpProviderState(
  { name, params }: ProviderState,
  tools: TestContext,
): Promise<Partial<RequestAddress>> {
  return (handlers[name] as Handler<typeof name>)(tools, params as never);
}

/** A server in this vm_state that holds this map, if one is given. */
async function prepareServer(tools: TestContext, vmState: VmState = 'active', metadata?: Metadata): Promise<Server> {
  const server = await tools.given.server(vmState, metadata ?? {});
  if (metadata === undefined || sameMetadata(await tools.read(server), metadata)) return server;
  // A target that refuses a map in this state, rightly or not, may take it in another.
  await tools.given.server('active', metadata);
  const again = await tools.given.server(vmState, metadata);
  if (sameMetadata(await tools.read(again), metadata)) return again;
  throw new FixtureFailed(`no server could be set up that is ${vmState} and holds ${JSON.stringify(metadata)}`);
}

function addressOf({ id, projectId, as }: Server): RequestAddress {
  return { projectId, serverId: id, as };
}

/** The needs of an interaction, by its provider states. */
export function needsOfInteraction({ providerStates = [], request }: PactInteraction): Need[] {
  // A state without parameters is written without them.
  const states = providerStates
    .map((state) => ({ params: {}, ...(state as object) }))
    .filter((state) => isProviderState(state));
  const versions = new Set([routeOf(request.path)?.version, ...states.map(versionOf)]);
  versions.delete(undefined);
  // An interaction of one version only can run under the version that is served.
  return [...(versions.size > 1 ? (['v2', 'v2.1'] as const) : []), ...states.flatMap(needsOfState)];
}

function versionOf(state: ProviderState) {
  return state.name === 'replace was sent' ? (state.params.version ?? 'v2.1') : undefined;
}

function needsOfState(state: ProviderState): Need[] {
  switch (state.name) {
    case 'server exists':
    case 'replace was sent':
      return vmStateNeeds(state.params.vm_state ?? 'active');
    case 'replace was sent to another server':
      return ['second-server'];
    case 'server belongs to another project':
      return ['second-project'];
    case 'project is not of the token':
      return ['project-in-url'];
    case 'server does not exist':
    case 'token is not valid':
      return [];
  }
}

/** The address and the caller of a request, as the provider states have set them. */
export interface RequestAddress {
  readonly projectId: string;
  readonly serverId: string;
  /** The owner of the token, if the interaction sends one. */
  readonly as: Caller;
}
