import type { Behaviour } from '../embedded/behaviour';
import { createEndpoint } from '../embedded/endpoint';
import type { IncomingRequest, OutgoingResponse } from '../embedded/http';
import { createStore, otherProjectId, projectId, type Store } from '../embedded/store';
import type { Clock } from '../http/clock';
import { furtherResources } from './compute/resources';
import { versionDocuments } from './compute/version-documents';
import { type Account, createAccount } from './identity/account';
import { IdentityApi, identityPath } from './identity/identity-api';
import { Tokens } from './identity/tokens';
import { createRecords, type MockServer } from './servers';

export interface MockOptions {
  /** The servers of the project; by default those of the embedded endpoint. */
  readonly servers?: readonly MockServer[] | undefined;
  /** The most pairs of a server, 128 by default; -1 for no limit. */
  readonly quota?: number | undefined;
  /** Overrides of the compliant behaviour. */
  readonly behaviour?: Partial<Behaviour> | undefined;
}

/** A small cloud, without a network: the embedded endpoint, Keystone, and the resources that clients read. */
export interface Mock {
  readonly store: Store;
  readonly account: Account;
  readonly other: Account;
  readonly tokens: Tokens;
  respond(request: IncomingRequest): Promise<OutgoingResponse>;
}

/** How long a token is good by default: a day. Milliseconds. */
const tokenLifetime = 86_400_000;

export function createMock(clock: Clock, { servers, quota = 128, behaviour = {} }: MockOptions = {}): Mock {
  const projects = new Map<string, string>();
  const embedded = createStore(quota, clock);
  const store: Store = { ...embedded, tokens: projects };
  if (servers !== undefined) {
    for (const { id, projectId: owner } of [...store.servers.values()])
      if (owner === projectId) store.servers.delete(id);
    for (const record of createRecords(servers, projectId, clock.date())) store.servers.set(record.id, record);
  }
  const account = createAccount('mock', projectId);
  const other = createAccount('other', otherProjectId);
  const userOf = (project: string) => (project === projectId ? account : other).userId;
  const tokens = new Tokens(clock, projects, () => tokenLifetime);
  const identity = new IdentityApi([account, other], tokens);
  const endpoint = createEndpoint(clock, { behaviour, store, further: furtherResources(userOf) });
  return {
    store,
    account,
    other,
    tokens,
    respond: async (request) => {
      if (isIdentity(request)) return identity.respond(request);
      tokens.removeExpired();
      return versionDocuments(request) ?? endpoint.respond(request);
    },
  };
}

export function isIdentity({ url }: IncomingRequest): boolean {
  return url === identityPath || url.startsWith(`${identityPath}/`) || url.startsWith(`${identityPath}?`);
}
