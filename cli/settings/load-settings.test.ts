import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { loadSettings as load } from './load-settings';
import { addSettingOptions } from './setting-options';
import { settingDefinitions } from './settings';

function flags(...words: string[]): Record<string, unknown> {
  return addSettingOptions(new Command().exitOverride(), 'run').parse(words, { from: 'user' }).opts();
}

const loadSettings = (given: Record<string, unknown>, environment: NodeJS.ProcessEnv) =>
  load('run', given, environment);

function file(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'config-')), 'config.yaml');
  writeFileSync(path, text);
  return path;
}

test('flags go before the environment, the environment before the file', () => {
  const config = file('target: https://file.example\nprojectId: from-file\ntoken: from-file\n');
  const given = loadSettings(flags('--config', config, '--target', 'https://flag.example'), {
    ECS_METADATA_TARGET: 'https://environment.example',
    OS_PROJECT_ID: 'from-environment',
  });
  expect(given).toMatchObject({ target: 'https://flag.example', projectId: 'from-environment', token: 'from-file' });
});

test('a variable may name the config file; the flag goes before it', () => {
  const environment = { ECS_METADATA_CONFIG: file('token: from-variable\n') };
  expect(loadSettings(flags(), environment)).toMatchObject({ token: 'from-variable' });
  const config = file('token: from-flag\n');
  expect(loadSettings(flags('--config', config), environment)).toMatchObject({ token: 'from-flag' });
});

test('--bail is 1 without a number', () => {
  expect(loadSettings(flags('--bail'), {}).bail).toBe(1);
  expect(loadSettings(flags('--bail', '3'), {}).bail).toBe(3);
  expect(loadSettings(flags(), { ECS_METADATA_BAIL: '2' }).bail).toBe(2);
});

test('a list is separated by commas, and its flag may be repeated', () => {
  const given = loadSettings(flags('--server-id', 'a,b', '--server-id', 'c', '--vm-state', 'error=d'), {});
  expect(given.serverId).toEqual(['a', 'b', 'c']);
  expect(given.vmState).toEqual(['error=d']);
});

test('a switch is on, off, or not given', () => {
  expect(loadSettings(flags('--strict', '--no-vm-state-actions'), {})).toMatchObject({
    strict: true,
    vmStateActions: false,
  });
  expect(loadSettings(flags(), { ECS_METADATA_VM_STATE_ACTIONS: 'false' }).vmStateActions).toBe(false);
  expect(loadSettings(flags(), {}).vmStateActions).toBeUndefined();
});

test.each([
  ['an unknown setting', 'tokn: x', 'it has an unknown member "tokn": did you mean "token"?'],
  ['nothing', '# nothing', 'is empty: add settings to it, or leave out --config'],
  ['an empty text', 'target: ""', 'target is empty'],
  ['no value', 'target:', 'target must be a text'],
  ['an empty list', 'serverId: []', 'serverId is empty'],
  ['an empty text in a list', 'serverId: [""]', 'serverId.0 is empty'],
  ['a duration that no timer takes', 'timeout: 99999999999', 'timeout must be from 0.001 to 86,400'],
  ['a wrong type', 'strict: perhaps', 'strict must be true or false'],
  ['a number for a text', 'token: 5', 'token must be a text (put a number in quotes)'],
  ['a number in a list', 'serverId: [5]', 'serverId.0 must be a text'],
  ['no object', '- target', 'the file must be an object'],
  ['no YAML', 'a: [', 'is not valid YAML in line 1, column 4: the [ is not closed'],
  ['a tag', 'token: !secret x', 'is not valid YAML in line 1, column 8: put a value'],
  ['two documents', 'token: a\n---\ntoken: b', 'is not valid YAML in line 2, column 1: it has more than one document'],
])('a config file with %s is complained of', (_, text, complaint) => {
  expect(() => loadSettings(flags('--config', file(text)), {})).toThrow(complaint);
});

test('a config file that is not there is complained of', () => {
  expect(() => loadSettings(flags('--config', '/nowhere.yaml'), {})).toThrow('cannot be read (ENOENT): check --config');
});

test.each([
  ['--quota', 'many', 'give a whole number, or -1'],
  ['--timeout', '0', 'give a number of seconds'],
  ['--timeout', '99999999999', '--timeout is "99999999999": give a number of seconds from 0.001 to 86,400'],
  ['--timeout', 'Infinity', 'give a number of seconds from 0.001 to 86,400'],
  ['--vm-state-timeout', '86401', 'give a number of seconds from 0.001 to 86,400'],
  ['--max-rate', '1e-9', 'give a number from 0.001 to 1,000,000'],
  ['--out', '', '--out is empty: give a value, or leave it out'],
  ['--effort', ' ', '--effort is empty: give a value, or leave it out'],
  ['--waive', '', '--waive is empty: give a value, or leave it out'],
  ['--server-id', ' , ', '--server-id is empty: give a value, or leave it out'],
  ['--quota', '', '--quota is empty: give a value, or leave it out'],
])('%s %s is complained of', (flag, text, complaint) => {
  expect(() => flags(flag, text)).toThrow(complaint);
});

test.each(settingDefinitions.filter(({ env }) => env.startsWith('ECS_METADATA_')).map(({ env }) => env))(
  '%s is refused where it is empty',
  (env) => {
    expect(() => loadSettings({}, { [env]: '' })).toThrow(`${env} is empty: give `);
    expect(() => loadSettings({}, { [env]: '' })).toThrow(/, or unset it$/);
  },
);

test('an empty variable of OpenStack is none', () => {
  expect(loadSettings({}, { OS_TOKEN: '', OS_PROJECT_ID: '', OS_INSECURE: '' })).toEqual({});
});

test.each([
  ['ECS_METADATA_TARGTE', 'ECS_METADATA_TARGTE is not a setting: did you mean ECS_METADATA_TARGET?'],
  ['ECS_METADATA_SERVER_IDS', 'did you mean ECS_METADATA_SERVER_ID?'],
  ['ECS_METADATA_STRICTNESS', 'did you mean ECS_METADATA_STRICT?'],
  ['ecs_metadata_strict', 'did you mean ECS_METADATA_STRICT?'],
  ['ECS_METDATA_STRICT', 'did you mean ECS_METADATA_STRICT?'],
  ['ECS_METADATA_QQQQQQQQQQQQ', 'ECS_METADATA_QQQQQQQQQQQQ is not a setting: unset it'],
])('the variable %s is complained of', (name, complaint) => {
  expect(() => loadSettings({}, { [name]: 'x' })).toThrow(complaint);
});

test('variables of others are none of ours', () => {
  expect(() => loadSettings({}, { ECS_CONTAINER_METADATA_URI: 'x', OS_TENANT_NAME: 'x', PATH: '/bin' })).not.toThrow();
});

test.each<[string, readonly string[], NodeJS.ProcessEnv, string | undefined]>([
  ['a flag', ['--yes'], {}, '--yes'],
  ['a flag of OpenStack', ['--token', 't'], {}, '--token'],
  ['how it is reached', ['--timeout', '5'], {}, '--timeout'],
  ['a variable', [], { ECS_METADATA_YES: 'false' }, 'ECS_METADATA_YES'],
  ['a variable of OpenStack', [], { OS_TOKEN: 't', OS_AUTH_URL: 'http://x', OS_CACERT: 'x' }, undefined],
  ['how it is examined', ['--effort', 'quick', '--out', 'x'], { ECS_METADATA_STRICT: '1' }, undefined],
  ['a target that is compared with', ['--against', 'http://x', '--yes'], {}, undefined],
])('what belongs to a target is noticed: %s', (_, words, environment, where) => {
  expect(loadSettings(flags(...words), environment).describedBy).toBe(where);
});

test('what belongs to a target is noticed in a config file', () => {
  const config = file('token: t\n');
  expect(loadSettings(flags('--config', config), {}).describedBy).toBe(`token in ${config}`);
});

const describedServers = { ECS_METADATA_CREATE_SERVERS: '0', ECS_METADATA_IMAGE: 'i' };

test.each<[string, Parameters<typeof load>, string]>([
  ['a flag that the edition fixes', ['certify', { effort: 'quick' }, {}], '--effort cannot be used with certify'],
  ['a variable', ['certify', {}, { ECS_METADATA_STRICT: '1' }], 'ECS_METADATA_STRICT cannot be used with certify'],
  ['a second target', ['certify', {}, { ECS_METADATA_AGAINST: 'http://x' }], 'a certificate is about one target'],
  [
    'a comparison that reads no clauses',
    ['run', { against: 'http://x' }, { ECS_METADATA_CLAUSE: 'KEY' }],
    'ECS_METADATA_CLAUSE cannot be used with --against',
  ],
  ['half of a second target', ['run', { againstToken: 't' }, {}], '--against-token has no effect without --against'],
  ['both quiet and verbose', ['run', { quiet: true, verbose: true }, {}], '--verbose cannot be used with --quiet'],
  ['an image for no servers', ['plan', {}, describedServers], 'ECS_METADATA_IMAGE has no effect without --create-serv'],
])('a setting that cannot be used is refused from any source: %s', (_, given, complaint) => {
  expect(() => load(...given)).toThrow(complaint);
});

test('a variable or a member of another command is ignored', () => {
  const config = file('strict: true\nserverId: [a]\n');
  const environment = { ECS_METADATA_AGAINST: 'http://x', ECS_METADATA_SEED: 'not a number' };
  expect(load('plan', { token: 't' }, environment)).toEqual({ token: 't', describedBy: '--token' });
  expect(load('restore', { config }, {})).toEqual({});
});
