import type { RunningMock } from '../../targets/mock/start-mock';

/** The variables that OpenStack clients read. */
export function openStackVariables({ authUrl, credentials }: RunningMock): Record<string, string> {
  return {
    OS_AUTH_URL: authUrl,
    OS_IDENTITY_API_VERSION: '3',
    OS_USERNAME: credentials.username,
    OS_PASSWORD: credentials.password,
    OS_USER_DOMAIN_NAME: credentials.userDomainName,
    OS_PROJECT_NAME: credentials.projectName,
    OS_PROJECT_DOMAIN_NAME: credentials.projectDomainName,
    OS_REGION_NAME: credentials.regionName,
  };
}

/** A `clouds.yaml` with the cloud `mock`. No value needs quotes. */
export function cloudsYaml({ authUrl, credentials }: RunningMock): string[] {
  return [
    'clouds:',
    '  mock:',
    '    auth:',
    `      auth_url: ${authUrl}`,
    `      username: ${credentials.username}`,
    `      password: ${credentials.password}`,
    `      user_domain_name: ${credentials.userDomainName}`,
    `      project_name: ${credentials.projectName}`,
    `      project_domain_name: ${credentials.projectDomainName}`,
    `    region_name: ${credentials.regionName}`,
  ];
}
