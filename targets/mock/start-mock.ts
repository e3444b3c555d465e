import { compliant } from '../embedded/compliant';
import { describeEndpoint, type EndpointDescription } from '../embedded/endpoint';
import { HttpError } from '../embedded/http';
import { listenOnLoopback } from '../embedded/http-server';
import { fixedServers, projectId } from '../embedded/store';
import { realClock } from '../http/clock';
import { deliver } from './faults/deliver';
import { FaultDraws } from './faults/fault-draws';
import { type Faults, noFaults } from './faults/faults';
import { type Account, domain } from './identity/account';
import { identityPath } from './identity/identity-api';
import { region } from './identity/token-document';
import { isCompute, isIdentity, Mock, type MockOptions } from './mock';
import { type LoggedRequest, RequestLog } from './request-log';
import { type ServerView, viewServers } from './servers';

export interface StartOptions extends MockOptions {
  /** 0, the default, selects a free port. */
  readonly port?: number | undefined;
  readonly faults?: Faults | undefined;
}

/** What a client signs in with. */
interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly userDomainName: string;
  readonly projectName: string;
  readonly projectDomainName: string;
  readonly regionName: string;
  readonly applicationCredential: Account['applicationCredential'];
}

/** A running mock. */
export interface RunningMock {
  /** What a run of the suite needs. */
  readonly endpoint: EndpointDescription;
  /** Without /v2 or /v2.1. */
  readonly url: string;
  /** The URL of Keystone, with /v3. */
  readonly authUrl: string;
  readonly credentials: Credentials;
  readonly projectId: string;
  /** A token of the project: it needs no Keystone. */
  readonly token: string;
  /** The servers of the project as they are now. */
  readonly servers: readonly ServerView[];
  /** The requests since the start, or since the last `clearRequests`, in the order of their arrival. */
  readonly requests: readonly LoggedRequest[];
  clearRequests(): void;
  /** Replaces all faults. Servers, metadata and tokens stay. */
  setFaults(faults: Faults): void;
  close(): Promise<void>;
}

/**
 * Starts the mock on loopback.
 *
 * @throws the error of Node for a port that cannot be opened (`EADDRINUSE`).
 */
export async function startMock({ port = 0, faults = noFaults, ...options }: StartOptions = {}): Promise<RunningMock> {
  const mock = new Mock(realClock, options);
  const log = new RequestLog();
  const closing = new AbortController();
  let draws = new FaultDraws([], 0);
  const setFaults = (given: Faults) => {
    mock.setFaults(given);
    draws = new FaultDraws(given.faults, given.seed);
  };
  setFaults(faults);
  const server = await listenOnLoopback(port, async (request, response) => {
    const met = isCompute(request) ? draws.next() : [];
    const setStatus = log.add(request, met, isIdentity(request));
    const delivery = { request, response, clock: realClock, signal: closing.signal };
    const respond = () => mock.respond(request);
    const reject = (status: number) => {
      return compliant.errorResponse(new HttpError(status, 'A fault of the mock.'), request);
    };
    // A wait ends with an error when the mock closes; the connection ends then, too.
    setStatus(await deliver(delivery, met, respond, reject).catch(() => undefined));
  });
  const { url } = server;
  const token = mock.tokens.issue(mock.account, ['password'], true).id;
  const otherToken = mock.tokens.issue(mock.other, ['password'], true).id;
  return {
    endpoint: { ...describeEndpoint(url), ...serversOf(mock), token, otherToken },
    url,
    authUrl: `${url}${identityPath}/v3`,
    credentials: credentialsOf(mock.account),
    projectId,
    token,
    get servers() {
      return viewServers(mock.store, projectId);
    },
    requests: log.requests,
    clearRequests: () => log.clear(),
    setFaults,
    close: () => {
      closing.abort();
      return server.close();
    },
  };
}

/** The active servers, and those of the vm_states that no server action reaches. */
function serversOf({ store }: Mock): Pick<EndpointDescription, 'serverIds' | 'fixedServers'> {
  const views = viewServers(store, projectId);
  return {
    serverIds: views.filter(({ vmState }) => vmState === 'active').map(({ id }) => id),
    fixedServers: Object.fromEntries(Object.entries(fixedServers).filter(([, id]) => store.servers.has(id))),
  };
}

function credentialsOf({ username, password, projectName, applicationCredential }: Account): Credentials {
  return {
    username,
    password,
    userDomainName: domain.name,
    projectName,
    projectDomainName: domain.name,
    regionName: region,
    applicationCredential,
  };
}
