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

/** Starts `serve` on any free port, and reads what it prints for a user. */
export async function startServe(): Promise<ServedEndpoint> {
  const running = startCommand(['serve', '--port', '0']);
  const output = await running.waitForOutput('Stop it with Ctrl-C.');
  const line = (name: string) => new RegExp(`^${name} +(.+)$`, 'm').exec(output)?.[1] ?? '';
  const flags = /^\S+ \S+ run ([\s\S]*?)\n\n/m.exec(output)?.[1]?.split(/[\s\\]+/) ?? [];
  const flag = (name: string) => flags[flags.indexOf(name) + 1] ?? '';
  return {
    url: line('url'),
    projectId: line('project'),
    serverIds: line('servers').split(' '),
    token: line('token'),
    otherServerId: flag('--other-server-id'),
    otherProjectId: flag('--other-project-id'),
    otherToken: flag('--other-token'),
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
