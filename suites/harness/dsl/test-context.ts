import type { Need } from '../../../contracts/capabilities';
import { jsonOf, toBody } from '../../../contracts/http/exchange';
import { noResponse } from '../../../contracts/http/inconclusive';
import { parseServer, type ServerResource } from '../../../contracts/http/parse-response';
import { serverPath } from '../../../contracts/http/route';
import type { Metadata, Version } from '../../../contracts/metadata';
import type { Subject } from '../../../contracts/oracle/model';
import type { Limits, Profile } from '../../../contracts/profiles/profile';
import type { VmState } from '../../../contracts/vm-states';
import type { HttpRequest, HttpResponse } from '../../../targets/http/message';
import type { MetadataApi, RequestChanges, Server } from '../../../targets/metadata-api';
import { NeedNotMet, NotApplicable, NotTested } from '../run/check-outcome';
import type { Environment } from '../run/environment';
import { INITIAL } from '../worker/fixtures';
import type { Worker } from '../worker/worker';

/** A response as a check sees it. */
export interface CheckedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Undefined where the body is no JSON. */
  readonly json: unknown;
}

export interface PutOptions extends Omit<RequestChanges, 'titleCaseHeaders'> {
  readonly version?: Version;
  readonly titled?: RequestChanges['titleCaseHeaders'];
}

/** The parts that a server resource may show, with the need of a check that reads them. */
const serverParts = {
  metadata: { need: 'server-resource/metadata', label: 'metadata' },
  updated: { need: 'server-resource/updated', label: '`updated` time' },
  vmState: { need: 'vm-states/active', label: 'vm_state' },
} as const;

type ServerPart = keyof typeof serverParts;

/** The tools of a check. */
export interface TestContext {
  readonly version: Version;
  /** Those that the target serves. */
  readonly versions: readonly Version[];
  readonly profile: Profile;
  readonly subject: Subject;
  /** Limits from which the cases are made. */
  readonly limits: Limits;
  readonly given: {
    /** A server in this vm_state (active), holding this map where the state lets it be set. */
    server(vmState?: VmState, metadata?: Metadata): Promise<Server>;
    /** An active server that holds none of these pairs, but others. A replace by these pairs changes its map. */
    serverWithout(pairs: Metadata, most?: number): Promise<Server>;
    /** Another server of the same project, active, holding this map. */
    secondServer(metadata: Metadata): Promise<Server>;
    /** A server of the second project, active, holding this map. */
    otherProjectServer(metadata: Metadata): Promise<Server>;
  };
  /** PUT of a map. */
  replace(server: Server, metadata: Metadata, version?: Version): Promise<CheckedResponse>;
  /** PUT of a body as it is: text, bytes, or anything else as JSON. */
  put(server: Server, body: unknown, options?: PutOptions): Promise<CheckedResponse>;
  /** The stored map, by GET of the metadata. */
  read(server: Server, version?: Version): Promise<Metadata>;
  /** One part of the server resource. */
  getServer<Part extends ServerPart>(server: Server, part: Part): Promise<NonNullable<ServerResource[Part]>>;
  setVmState(server: Server, vmState: VmState): Promise<void>;
  serverAction(server: Server, action: string): Promise<CheckedResponse>;
  /** Unlocks a server. Returns the reason if the target does not confirm it. */
  unlock(server: Server): Promise<string | undefined>;
  /** Waits, in milliseconds. */
  sleep(duration: number): Promise<void>;
  /** Any other request, as it is. */
  send(asked: HttpRequest): Promise<HttpResponse>;
  /** The same for preparation: these requests are no part of the expectation of the check. */
  readonly setup: Pick<TestContext, 'read' | 'send'>;
  /** Sends requests at the same time. They are judged together at the next read. */
  concurrently(requests: readonly (() => Promise<unknown>)[]): Promise<void>;
  /** Ends the check: it shows nothing about its clause. */
  notTested(reason: string): never;
  /** Ends the check: the contract allows this target, and leaves nothing to check. */
  notApplicable(reason: string): never;
  /** Ends the check where a target that leaves pairs behind has no room for more. */
  skipIfFull(server: Server): void;
  /** Ends the check if the target does not offer this. */
  needs(need: Need): void;
  /** The target has met this need at least once. */
  markOffered(need: Need): void;
  wasOffered(need: Need): boolean;
  /**
   * Ends the check. If the target has never met this need, takes all others with the same need out of the plan; otherwise
   * the check is not tested.
   */
  markMissing(need: Need, reason: string): never;
}

/** @param named the version of the check. Preparation uses a version that is served. */
export function createTestContext(
  worker: Worker,
  profile: Profile,
  subject: Subject,
  named: Version,
  environment: Environment,
): TestContext {
  const { api, setup, fixtures } = worker;
  const version = environment.servedVersion(named);
  const put: TestContext['put'] = async (server, body, { version: by, titled, ...changes } = {}) => {
    const { as = server.as, projectId = server.projectId } = changes;
    const tokenProject = as === 'own' ? subject.projectId : as === 'other' ? subject.otherProjectId : undefined;
    // Without a project in the URL it would be an ordinary request.
    if (tokenProject !== undefined && tokenProject !== projectId) environment.require('project-in-url');
    const under = by === undefined ? named : environment.servedVersion(by);
    return toCheckedResponse(
      await api.putBody(server, under, encodeBody(body), { ...changes, titleCaseHeaders: titled }),
    );
  };
  const lacks = (need: Need, reason: string): never => {
    if (environment.wasOffered(need)) throw new NotTested(reason);
    environment.markMissing(need, reason);
    throw new NeedNotMet(need, reason);
  };
  const second = async (server: Server | undefined, metadata: Metadata, need: Need) => {
    environment.require(need);
    if (server === undefined) return lacks(need, 'none was named');
    await fixtures.setVmState(server, 'active', version);
    await fixtures.setMetadata(server, metadata, version);
    return server;
  };
  const readBy =
    (by: MetadataApi): TestContext['read'] =>
    async (server, under = version) => {
      const read = () => by.getMetadata(server, environment.servedVersion(under));
      const { metadata } = await read();
      if (metadata !== undefined) return metadata;
      // Twice, since one response may be wrong by chance.
      const again = await read();
      if (again.metadata !== undefined) return again.metadata;
      const words = `GET of the metadata was answered with status ${again.answer.status} and shows no map`;
      // With a violation, the check has seen a failure of the target.
      if (worker.findings.some(({ outcome }) => outcome === 'violated')) throw new Error(words);
      throw new NotTested(words);
    };
  return {
    version: named,
    versions: environment.versions,
    profile,
    subject,
    limits: effectiveLimits(profile, subject),
    given: {
      server: (vmState = 'active', metadata = INITIAL) => fixtures.server(vmState, metadata, version),
      serverWithout: (pairs, most) => fixtures.serverWithout(pairs, version, most),
      secondServer: (metadata) => second(fixtures.ownServer(1), metadata, 'second-server'),
      otherProjectServer: (metadata) => second(fixtures.otherProjectServer(), metadata, 'second-project'),
    },
    put,
    replace: async (server, metadata, by) =>
      toCheckedResponse(
        await api.putMetadata(server, by === undefined ? named : environment.servedVersion(by), metadata),
      ),
    read: readBy(api),
    setup: { read: readBy(setup), send: (asked) => setup.send(asked) },
    getServer: async (server, part) => {
      const { need, label } = serverParts[part];
      environment.require(need);
      const { status, body } = await api.getServer(server, version);
      const shown = parseServer({ status, body: toBody(body) })?.[part];
      if (shown !== undefined && shown !== null) return shown;
      const path = serverPath(version, server.projectId, server.id);
      throw new NotTested(`GET ${path} was answered with status ${status} and shows no ${label}`);
    },
    setVmState: (server, vmState) => fixtures.setVmState(server, vmState, version),
    serverAction: async (server, action) => toCheckedResponse(await api.serverAction(server, version, action, null)),
    unlock: (server) => fixtures.unlock(server, version),
    sleep: (duration) => api.network.clock.sleep(duration),
    send: (asked) => api.send(asked),
    concurrently: async (requests) => {
      worker.startRace();
      // Waits for every response, also when another request fails.
      const ended = await Promise.allSettled(requests.map((request) => request()));
      worker.race = undefined;
      for (const each of ended) if (each.status === 'rejected') throw each.reason;
    },
    notTested: (reason) => {
      throw new NotTested(reason);
    },
    notApplicable: (reason) => {
      throw new NotApplicable(reason);
    },
    skipIfFull: (server) => fixtures.skipIfFull(server),
    needs: (need) => environment.require(need),
    markOffered: (need) => environment.markOffered(need),
    wasOffered: (need) => environment.wasOffered(need),
    markMissing: lacks,
  };
}

function encodeBody(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/** @throws for a request without a response, if that is a failure of the target. */
function toCheckedResponse(answer: {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}): CheckedResponse {
  const { status, headers, body } = answer;
  if (status === noResponse) throw new Error('the request was not answered');
  const read = toBody(body);
  return { status, headers, text: 'text' in read ? read.text : body.toString('utf8'), json: jsonOf(read) };
}

/** The limits of the profile, with no more pairs than the target allows. */
export function effectiveLimits({ limits }: Profile, { quota }: Subject): Limits {
  const always = quota.limit < 0 ? limits.always : Math.min(limits.always, quota.limit);
  return { ...limits, always, quota: quota.limit };
}
