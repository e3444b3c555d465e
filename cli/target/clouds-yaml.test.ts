import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseCloud } from './cloud';
import { findCloud, findOnlyCloud } from './clouds-yaml';

const password = '*correct-horse';

/** An environment whose home holds these files below .config/openstack. */
function home(files: Readonly<Record<string, string>>, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const folder = mkdtempSync(join(tmpdir(), 'clouds-'));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, '.config/openstack', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return { HOME: folder, XDG_CONFIG_DIRS: '/nowhere', ...more };
}

const auth = (name: string, environment: NodeJS.ProcessEnv) =>
  parseCloud(findCloud(name, environment), undefined, undefined).auth;

test('a clouds.yaml is found at home, and what secure.yaml says is laid over it', () => {
  const environment = home({
    'clouds.yaml': 'clouds: {a: {auth: {auth_url: http://k, username: me, password: old}}}',
    'secure.yaml': `clouds: {a: {auth: {password: ${JSON.stringify(password)}}}}`,
  });
  expect(auth('a', environment)).toEqual({ auth_url: 'http://k', username: 'me', password });
});

test('a file that a variable names goes before those of the home', () => {
  const { HOME = '' } = home({ 'mine.json': '{"clouds": {"b": {"auth": {"username": "other"}}}}' });
  const mine = join(HOME, '.config/openstack/mine.json');
  const environment = home({ 'clouds.yaml': 'clouds: {a: {}}' }, { OS_CLIENT_CONFIG_FILE: mine });
  expect(auth('b', environment)).toEqual({ username: 'other' });
  expect(() => findCloud('a', environment)).toThrow(/there is no cloud a in .*mine.json: the file has b$/);
});

test('a named cloud takes nothing from the environment but a secret that no file holds', () => {
  const variables = { OS_USERNAME: 'someone', OS_PASSWORD: password, OS_AUTH_URL: 'http://elsewhere' };
  const environment = home(
    { 'clouds.yaml': 'clouds: {a: {auth: {username: me}}, b: {auth: {password: x}}}' },
    variables,
  );
  expect(auth('a', environment)).toEqual({ username: 'me', password });
  expect(auth('b', environment)).toEqual({ password: 'x' });
  expect(auth('envvars', environment)).toEqual({ username: 'someone', password, auth_url: 'http://elsewhere' });
});

test('where none is named, the cloud of the environment is meant, or the only one', () => {
  const one = { 'clouds.yaml': 'clouds: {a: {}}' };
  expect(findOnlyCloud(home(one))?.name).toBe('cloud a');
  expect(findOnlyCloud(home(one, { OS_AUTH_URL: 'http://k' }))?.name).toMatch(/of the environment/);
  expect(findOnlyCloud(home({ 'clouds.yaml': 'clouds: {a: {}, b: {}}' }))).toBeUndefined();
  expect(findOnlyCloud(home({}))).toBeUndefined();
});

test('a profile of clouds-public.yaml is below a cloud, and a region may have values of its own', () => {
  const environment = home({
    'clouds-public.yaml': 'public-clouds: {p: {auth: {auth_url: "https://iam.{region_name}.example/v3"}}}',
    'clouds.yml': 'clouds: {a: {profile: p, regions: [north, {name: south, values: {interface: internal}}]}}',
  });
  const found = findCloud('a', environment);
  expect(parseCloud(found, undefined, undefined)).toMatchObject({
    region: 'north',
    interfaces: ['public'],
    auth: { auth_url: 'https://iam.north.example/v3' },
  });
  expect(parseCloud(found, 'south', undefined)).toMatchObject({ region: 'south', interfaces: ['internal'] });
  expect(() => parseCloud(found, 'west', undefined)).toThrow('cloud a has no region west: it has north, south');
});

test('names of other times, hyphens and numbers are understood', () => {
  const text =
    'clouds: {a: {auth: {tenant-name: 5, domain_name: d, user-name: u}, endpoint_type: internalURL, verify: "False"}}';
  expect(parseCloud(findCloud('a', home({ 'clouds.yaml': text })), undefined, undefined)).toMatchObject({
    auth: { project_name: '5', username: 'u', user_domain_name: 'd', project_domain_name: 'd' },
    interfaces: ['internal'],
    insecure: true,
  });
});

test.each([
  [
    'is no YAML',
    `clouds: {a: {auth: {password: ${password}}}}`,
    /is not valid YAML in line 1, column \d+: put a value that begins/,
  ],
  ['is no YAML in a line', 'clouds:\n  a: [\n', /is not valid YAML in line 2, column 6: the \[ is not closed/],
  ['is a list', '- a', /clouds.yaml is wrong: its clouds must be a map/],
  ['holds no cloud', 'clouds: {}', /there is no cloud a in .*: the file has no clouds/],
])('a clouds.yaml that %s is complained of, never with a password', (_, text, complaint) => {
  const find = () => findCloud('a', home({ 'clouds.yaml': text }));
  expect(find).toThrow(complaint);
  expect(find).not.toThrow(/correct-horse/);
});

test('where there is none, the places are named where it was looked for', () => {
  expect(() => findCloud('a', home({}))).toThrow(/no clouds.yaml in \., .*\.config\/openstack, .*\/etc\/openstack/);
});
