import { metadataPath } from '../../contracts/http/route';
import { type RunningEndpoint, startEndpoint } from '../../targets/embedded/start-endpoint';
import { ConfigurationError } from '../../targets/errors';
import type { Console } from '../machine/console';
import { ownCommand } from '../machine/own-command';
import { flagName } from '../settings/settings';
import { embeddedSettings } from '../target/embedded-target';

/**
 * Serves the embedded endpoint until SIGINT or SIGTERM. Gives the exit code.
 *
 * @throws {ConfigurationError} for a port that cannot be opened.
 */
export async function serve(port: number, console: Console): Promise<number> {
  const reference = await startEndpoint({ port }).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be opened (${error.code})`;
    throw new ConfigurationError(`port ${port} ${reason}: give another one with --port`);
  });
  console.out(...describeEndpoint(reference));
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  await reference.close();
  return 0;
}

function describeEndpoint(reference: RunningEndpoint): string[] {
  const { url, projectId, serverIds, token, hookUrl } = reference;
  const [first = ''] = serverIds;
  const flags = Object.entries(embeddedSettings(reference)).map(([name, value]) => {
    return `${flagName(name)} ${Array.isArray(value) ? value.join(',') : value}`;
  });
  return [
    `url      ${url}`,
    `project  ${projectId}`,
    `servers  ${serverIds.join(' ')}`,
    `token    ${token}`,
    `hook     ${hookUrl}`,
    '',
    'Replace the metadata of the first server:',
    `curl -X PUT ${url}${metadataPath('v2.1', projectId, first)} \\`,
    `  -H 'X-Auth-Token: ${token}' -H 'Content-Type: application/json' \\`,
    `  -d '{"metadata": {"key1": "value1", "key2": "value2"}}'`,
    '',
    'Test it from another terminal:',
    ...`${ownCommand()} run ${flags.join(' \\\n  ')}`.split('\n'),
    '',
    'Stop it with Ctrl-C.',
  ];
}
