import { addArgumentSecrets, addIdentity, addSecrets, redactSecrets } from './known-secrets';

test('what the environment, the flags and a cloud hold as a secret is told to nobody', () => {
  addSecrets({
    OS_TOKEN: 'token-of-the-environment',
    ECS_METADATA_OTHER_TOKEN: 'token-of-another-project',
    OS_PASSWORD: 'Password-4711',
    OS_APPLICATION_CREDENTIAL_SECRET: 'application-0815',
    HTTPS_PROXY: 'http://user:proxy%20pass@proxy:3128',
    https_proxy: 'user:bare-proxy-pass@proxy:3128',
    OS_PROJECT_ID: 'project-of-mine',
    OS_OTHER: undefined,
  });
  addArgumentSecrets(['run', '--token', 'token-of-a-flag', '--against-token=token-of-the-other', '--strict']);
  addArgumentSecrets(['--vm-state-hook', 'http://u:Hook-Pass-1@host/', '--broker=https://u:Broker-Pass-2@host/']);
  const secrets = [
    'token-of-the-environment',
    'TOKEN-OF-THE-ENVIRONMENT',
    'token-of-another-project',
    'Password-4711',
    'application-0815',
    'proxy pass',
    'proxy%20pass',
    'bare-proxy-pass',
    'token-of-a-flag',
    'token-of-the-other',
    'Hook-Pass-1',
    'Broker-Pass-2',
    Buffer.from('user:token-of-a-flag').toString('base64').replaceAll('=', ''),
  ];
  const told = redactSecrets(`error: ${secrets.join(' | ')} for project-of-mine --strict`);
  for (const secret of secrets) expect(told).not.toContain(secret);
  expect(told).toMatch(/^error: .* for project-of-mine --strict$/);
});

test('tokens that come later are known as well', () => {
  const tokens = ['first-token-of-keystone'];
  addIdentity({ tokens });
  expect(redactSecrets('first-token-of-keystone')).toBe('$TOKEN');
  tokens.push('second-token-of-keystone');
  expect(redactSecrets('second-token-of-keystone')).toBe('$TOKEN');
});

test('a password in a URL is not told though nobody knew it', () => {
  expect(redactSecrets('cannot reach amqp://u:pw@broker')).toBe('cannot reach amqp://$SECRET@broker');
});
