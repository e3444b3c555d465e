import { metadataPath } from '../../contracts/http/route';
import type { RunningMock } from '../../targets/mock/start-mock';
import { ownCommand } from '../machine/own-command';
import { flagName } from '../settings/settings';
import { embeddedSettings } from '../target/embedded-target';
import { cloudsYaml, openStackVariables } from './client-settings';

/** How to use the mock, for a person. */
export function describeMock(mock: RunningMock, faults: readonly string[]): string[] {
  const { url, authUrl, projectId, token, endpoint } = mock;
  const [first = ''] = endpoint.serverIds;
  return [
    `url       ${url}`,
    `keystone  ${authUrl}`,
    `project   ${projectId}`,
    ...endpoint.serverIds.map((id, index) => `${index === 0 ? 'servers ' : '        '}  ${id}`),
    `token     ${token}`,
    `hook      ${endpoint.hookUrl}`,
    ...(faults.length === 0 ? [] : [`faults    ${faults.join(', ')}`]),
    '',
    'For a client that reads variables:',
    ...Object.entries(openStackVariables(mock)).map(([name, value]) => `export ${name}=${value}`),
    '',
    'For a client that reads clouds.yaml:',
    ...cloudsYaml(mock),
    '',
    'Replace the metadata of the first server:',
    `curl -X PUT ${url}${metadataPath('v2.1', projectId, first)} \\`,
    `  -H 'X-Auth-Token: ${token}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '{"metadata": {"key1": "value1", "key2": "value2"}}'`,
    '',
    'Test it from another terminal:',
    ...runCommand(mock),
    '',
    'Stop it with Ctrl-C.',
  ];
}

/** The same for a program: one object. */
export function mockAsJson(mock: RunningMock): string {
  const { url, authUrl, credentials, projectId, token, endpoint } = mock;
  return JSON.stringify({
    url,
    authUrl,
    credentials,
    projectId,
    token,
    servers: mock.servers,
    otherProject: { projectId: endpoint.otherProjectId, token: endpoint.otherToken, serverId: endpoint.otherServerId },
    hookUrl: endpoint.hookUrl,
    variables: openStackVariables(mock),
  });
}

/** The command that runs the suite against the mock, a flag a line. */
function runCommand({ endpoint }: RunningMock): string[] {
  const flags = Object.entries(embeddedSettings(endpoint)).flatMap(([name, values]) =>
    [values].flat().map((value) => `${flagName(name)} ${value}`),
  );
  return [`${ownCommand()} run`, ...flags].map((line, index) => {
    return `${index === 0 ? '' : '  '}${line}${index === flags.length ? '' : ' \\'}`;
  });
}
