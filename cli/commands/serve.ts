import { metadataPath } from '../../contracts/http/route';
import { ConfigurationError } from '../../targets/errors';
import { domain } from '../../targets/mock/identity/account';
import { region } from '../../targets/mock/identity/token-document';
import { type RunningMock, startMock } from '../../targets/mock/start-mock';
import type { Console } from '../machine/console';
import { ownCommand } from '../machine/own-command';
import { flagName } from '../settings/settings';
import { embeddedSettings } from '../target/embedded-target';

/**
 * Serves the mock until SIGINT or SIGTERM. Gives the exit code.
 *
 * @throws {ConfigurationError} for a port that cannot be opened.
 */
export async function serve(port: number, console: Console): Promise<number> {
  const mock = await startMock({ port }).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be opened (${error.code})`;
    throw new ConfigurationError(`port ${port} ${reason}: give another one with --port`);
  });
  console.out(...describeMock(mock));
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  await mock.close();
  return 0;
}

function describeMock(mock: RunningMock): string[] {
  const { url, projectId, serverIds, token, hookUrl, authUrl } = mock;
  const [first = ''] = serverIds;
  const flags = Object.entries(embeddedSettings(mock)).map(([name, value]) => {
    return `${flagName(name)} ${Array.isArray(value) ? value.join(',') : value}`;
  });
  return [
    `url      ${url}`,
    `keystone ${authUrl}`,
    `project  ${projectId}`,
    `servers  ${serverIds.join(' ')}`,
    `token    ${token}`,
    `hook     ${hookUrl}`,
    '',
    'For clients that read variables:',
    ...Object.entries(openStackVariables(mock)).map(([name, value]) => `export ${name}=${value}`),
    '',
    'For clients that read clouds.yaml:',
    ...cloudsYaml(mock),
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

function openStackVariables({ authUrl, account }: RunningMock): Record<string, string> {
  return {
    OS_AUTH_URL: `${authUrl}/v3`,
    OS_IDENTITY_API_VERSION: '3',
    OS_USERNAME: account.username,
    OS_PASSWORD: account.password,
    OS_USER_DOMAIN_NAME: domain.name,
    OS_PROJECT_NAME: account.projectName,
    OS_PROJECT_DOMAIN_NAME: domain.name,
    OS_REGION_NAME: region,
  };
}

function cloudsYaml({ authUrl, account }: RunningMock): string[] {
  return [
    'clouds:',
    '  mock:',
    '    auth:',
    `      auth_url: ${authUrl}/v3`,
    `      username: ${account.username}`,
    `      password: ${account.password}`,
    `      user_domain_name: ${domain.name}`,
    `      project_name: ${account.projectName}`,
    `      project_domain_name: ${domain.name}`,
    `    region_name: ${region}`,
  ];
}
