import { startCommand } from './command';

/** An endpoint, started in this process or by `serve`. */
export interface NamedEndpoint {
  readonly url: string;
  readonly projectId: string;
  readonly serverIds: readonly string[];
  readonly token: string;
}

/** An endpoint with a second project. */
export interface ServedEndpoint extends NamedEndpoint {
  readonly otherServerId: string;
  readonly otherProjectId: string;
  readonly otherToken: string;
}

export interface ServerView {
  readonly vmState: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Starts `serve` on any free port. */
export async function startServe(...flags: readonly string[]): Promise<ServedEndpoint> {
  const output = await startCommand(['serve', '--port', '0', '--json', ...flags]).waitForOutput('}\n');
  const { url, projectId, servers, token, otherProject } = JSON.parse(output) as {
    readonly url: string;
    readonly projectId: string;
    readonly servers: readonly { readonly id: string; readonly vmState: string }[];
    readonly token: string;
    readonly otherProject: { readonly projectId: string; readonly token: string; readonly serverId: string };
  };
  return {
    url,
    projectId,
    serverIds: servers.filter(({ vmState }) => vmState === 'active').map(({ id }) => id),
    token,
    otherServerId: otherProject.serverId,
    otherProjectId: otherProject.projectId,
    otherToken: otherProject.token,
  };
}

/** The flags that examine the first so many servers, through another address where one is given. */
export function runArguments(
  { url, projectId, serverIds, token }: NamedEndpoint,
  servers: number,
  through = url,
): string[] {
  const ids = serverIds.slice(0, servers).join(',');
  return ['run', '--target', through, '--project-id', projectId, '--server-id', ids, '--token', token];
}

/** The servers as the endpoint itself shows them, in their order. */
export function readServers(
  { url, projectId, token }: NamedEndpoint,
  serverIds: readonly string[],
): Promise<ServerView[]> {
  return Promise.all(
    serverIds.map(async (id) => {
      const answer = await fetch(`${url}/v2.1/${projectId}/servers/${id}`, { headers: { 'x-auth-token': token } });
      const { server } = (await answer.json()) as { server: Record<string, unknown> };
      return { vmState: server['OS-EXT-STS:vm_state'], metadata: server.metadata } as ServerView;
    }),
  );
}

export async function setMetadata(
  { url, projectId, token }: NamedEndpoint,
  serverId: string,
  metadata: Readonly<Record<string, string>>,
): Promise<void> {
  const { status } = await fetch(`${url}/v2.1/${projectId}/servers/${serverId}/metadata`, {
    method: 'PUT',
    headers: { 'x-auth-token': token, 'content-type': 'application/json' },
    body: JSON.stringify({ metadata }),
  });
  if (status !== 200) throw new Error(`the metadata of ${serverId} could not be set (${status})`);
}
