import { realNetwork } from '../../targets/http/transport';
import type { Settings } from '../settings/settings';
import { buildTarget } from './build-target';

const given: Settings = { projectId: 'p', serverId: ['a', 'b'], token: 'a-token' };

test('a target has defaults for everything but its address, project, servers and token', () => {
  expect(buildTarget(given, 'https://ecs.example/compute/', realNetwork)).toEqual({
    network: realNetwork,
    url: 'https://ecs.example/compute',
    projectId: 'p',
    uriForm: { hasProject: true },
    token: 'a-token',
    serverIds: ['a', 'b'],
    vmStates: { fixed: {}, actions: true, timeout: 120_000 },
    timeout: 30_000,
  });
});

test('servers in given states are read', () => {
  const { vmStates } = buildTarget({ ...given, vmState: ['error=c', 'shelved=d'] }, 'http://x', realNetwork);
  expect(vmStates.fixed).toEqual({ error: 'c', shelved: 'd' });
});

const wrong: [string, Settings, string, string][] = [
  ['no URL', given, 'ecs.example', 'is not a URL'],
  ['another scheme', given, 'ftp://ecs.example', 'is not a URL'],
  ['a version', given, 'https://ecs.example/v2.1', 'is too long'],
  ['a version and a project', given, 'https://ecs.example/v2/p', 'is too long'],
  ['a password', given, 'https://user:secret@ecs.example', 'has a user or a password in it: remove them'],
  ['a query', given, 'https://ecs.example/?a=1', 'has a query or a fragment: remove it'],
  ['no server', { ...given, serverId: [] }, 'http://x', 'give at least one with --server-id'],
  ['no token', { ...given, token: undefined }, 'http://x', 'the token is missing: give it with --token or OS_TOKEN'],
  ['no project', { ...given, projectId: undefined }, 'http://x', 'give it with --project-id or OS_PROJECT_ID'],
  ['a token with a newline', { ...given, token: 'a\nb' }, 'http://x', '--token is not a token'],
  ['half a second project', { ...given, otherToken: 'x' }, 'http://x', 'the second project is incomplete'],
  ['an unknown state', { ...given, vmState: ['sleeping=c'] }, 'http://x', 'there is no vm_state sleeping'],
  ['an active server among the others', { ...given, vmState: ['active=c'] }, 'http://x', 'with --server-id'],
  ['no state', { ...given, vmState: ['c'] }, 'http://x', 'give it as stopped=ID'],
  ['a state twice', { ...given, vmState: ['error=c', 'error=d'] }, 'http://x', 'is given twice'],
  ['a server twice', { ...given, vmState: ['error=a'] }, 'http://x', 'server a is given twice'],
  ['a wrong hook', { ...given, vmStateHook: 'hook' }, 'http://x', '--vm-state-hook "hook" is not a URL'],
  ['a certificate file that is not there', { ...given, cacert: '/nowhere.pem' }, 'http://x', 'cannot be read (ENOENT)'],
  ['no certificate', { ...given, cacert: __filename }, 'http://x', 'has no certificate in PEM: check --cacert'],
];
test.each(wrong)('%s is complained of', (_, settings, url, complaint) => {
  expect(() => buildTarget(settings, url, realNetwork)).toThrow(complaint);
});

test('a complaint never shows a secret', () => {
  for (const [, settings, url] of wrong) {
    try {
      buildTarget(settings, url, realNetwork);
    } catch (error) {
      expect((error as Error).message).not.toMatch(/secret|a-token/);
    }
  }
});
