import { describeEndpoint, type EndpointDescription } from '../embedded/endpoint';
import { listenOnLoopback, sendResponse } from '../embedded/http-server';
import { otherProjectId, projectId } from '../embedded/store';
import { realClock } from '../http/clock';
import type { Account } from './identity/account';
import { identityPath } from './identity/identity-api';
import { createMock, isIdentity, type MockOptions } from './mock';
import { type LoggedRequest, toLogged } from './request-log';

export interface StartOptions extends MockOptions {
  /** 0, the default, selects a free port. */
  readonly port?: number | undefined;
}

/** A running mock. */
export interface RunningMock extends EndpointDescription {
  /** The URL of Keystone, without /v3. */
  readonly authUrl: string;
  readonly account: Account;
  /** The requests since the start, oldest first. */
  readonly requests: readonly LoggedRequest[];
  clearRequests(): void;
  close(): Promise<void>;
}

/**
 * Starts the mock on loopback.
 *
 * @throws the error of Node for a port that cannot be opened (`EADDRINUSE`).
 */
export async function startMock({ port = 0, ...options }: StartOptions = {}): Promise<RunningMock> {
  const mock = createMock(realClock, options);
  const requests: LoggedRequest[] = [];
  const { url, close } = await listenOnLoopback(port, async (request, response) => {
    const outgoing = await mock.respond(request);
    requests.push(toLogged(request, outgoing.status, isIdentity(request)));
    sendResponse(request, outgoing, response);
  });
  const active = [...mock.store.servers.values()].filter((server) => server.projectId === projectId);
  return {
    ...describeEndpoint(url),
    token: mock.tokens.issue(mock.account, ['password'], true).id,
    otherToken: mock.tokens.issue(mock.other, ['password'], true).id,
    otherProjectId,
    serverIds: active.filter(({ vmState }) => vmState === 'active').map(({ id }) => id),
    authUrl: `${url}${identityPath}`,
    account: mock.account,
    requests,
    clearRequests: () => {
      requests.length = 0;
    },
    close,
  };
}
