import { createEndpoint } from '../embedded/endpoint';
import type { IncomingRequest, OutgoingResponse } from '../embedded/http';
import { createStore, otherProjectId, projectId, type Store, serverIds } from '../embedded/store';
import type { Clock } from '../http/clock';
import { furtherResources } from './compute/resources';
import { versionDocuments } from './compute/version-documents';
import { type Faults, noFaults } from './faults/faults';
import { type Account, createAccount } from './identity/account';
import { IdentityApi, identityPath } from './identity/identity-api';
import { Tokens } from './identity/tokens';
import { createNumbered, createRecords, type MockServer } from './servers';

export interface MockOptions {
  /**
   * The servers of the project. A number gives so many active servers, and one in each vm_state that no server action
   * reaches; 3 by default.
   */
  readonly servers?: number | readonly MockServer[] | undefined;
  /** The most pairs of a server, 128 by default; -1 for no limit. */
  readonly quota?: number | undefined;
}

/** A small cloud, without a network: the embedded endpoint, Keystone, and the resources that clients read. */
export class Mock {
  readonly store: Store;
  readonly account = createAccount('mock', projectId);
  readonly other: Account = createAccount('other', otherProjectId);
  readonly tokens: Tokens;
  private readonly identity: IdentityApi;
  private tokenLifetime = noFaults.tokenLifetime;
  private endpoint: ReturnType<typeof createEndpoint>;

  constructor(
    private readonly clock: Clock,
    { servers, quota = 128 }: MockOptions,
  ) {
    const projects = new Map<string, string>();
    this.store = { ...createStore(quota, clock), tokens: projects };
    if (servers !== undefined) this.replaceServers(servers);
    this.tokens = new Tokens(clock, projects, () => this.tokenLifetime);
    this.identity = new IdentityApi([this.account, this.other], this.tokens);
    this.endpoint = this.createEndpoint(noFaults);
  }

  /** The servers, their metadata and the tokens stay. */
  setFaults(faults: Faults): void {
    this.tokenLifetime = faults.tokenLifetime;
    this.endpoint = this.createEndpoint(faults);
  }

  async respond(request: IncomingRequest): Promise<OutgoingResponse> {
    if (isIdentity(request)) return this.identity.respond(request);
    this.tokens.removeExpired();
    return versionDocuments(request) ?? this.endpoint.respond(request);
  }

  private createEndpoint({ behaviour }: Faults): ReturnType<typeof createEndpoint> {
    const userOf = (project: string) => (project === projectId ? this.account : this.other).userId;
    return createEndpoint(this.clock, { behaviour, store: this.store, further: furtherResources(userOf) });
  }

  private replaceServers(servers: number | readonly MockServer[]): void {
    const { store, clock } = this;
    const own = [...store.servers.values()].filter((server) => server.projectId === projectId);
    const fixed = own.filter(({ id }) => !serverIds.includes(id));
    const records =
      typeof servers === 'number'
        ? [...createNumbered(servers, store, projectId), ...fixed]
        : createRecords(servers, projectId, clock.date());
    for (const { id } of own) store.servers.delete(id);
    for (const record of records) store.servers.set(record.id, record);
  }
}

/** True for a request to Keystone. */
export function isIdentity({ url }: IncomingRequest): boolean {
  return new RegExp(`^${identityPath}(?:[/?]|$)`).test(url);
}

/** True for a request to a resource of a project: the requests that meet the faults. */
export function isCompute({ url }: IncomingRequest): boolean {
  return /^\/v2(?:\.1)?\/[^/?]+/.test(url);
}
