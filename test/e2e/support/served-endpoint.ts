import { type RunningCommand, startCommand } from './command';

/** An endpoint, started in this process or by `serve`. */
export interface NamedEndpoint {
  readonly url: string;
  readonly projectId: string;
  readonly serverIds: readonly string[];
  readonly token: string;
}

/** The embedded endpoint as `serve` prints it for a user, who knows nothing else of it. */
export interface ServedEndpoint extends NamedEndpoint {
  readonly running: RunningCommand;
  readonly output: string;
  readonly hookUrl: string;
  /** The flags of the printed command that examines it. */
  readonly flags: readonly string[];
}

export interface ServerView {
  readonly vmState: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Starts `serve` on any free port, and reads what it prints. */
export async function startServe(): Promise<ServedEndpoint> {
  const running = startCommand(['serve', '--port', '0']);
  const output = await running.waitForOutput('Stop it with Ctrl-C.');
  const line = (name: string) => new RegExp(`^${name} +(.+)$`, 'm').exec(output)?.[1] ?? '';
  const flags = /^\S+ \S+ run ([\s\S]*?)\n\n/m.exec(output)?.[1]?.split(/[\s\\]+/) ?? [];
  return {
    running,
    output,
    url: line('url'),
    projectId: line('project'),
    serverIds: line('servers').split(' '),
    token: line('token'),
    hookUrl: line('hook'),
    flags,
  };
}

/** The value of one of the printed flags. */
export function printedFlag({ flags }: ServedEndpoint, name: string): string {
  const value = flags[flags.indexOf(name) + 1];
  if (value === undefined) throw new Error(`serve prints no ${name}`);
  return value;
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

/** What the endpoint itself shows of its servers, in their order. */
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
