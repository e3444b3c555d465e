import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { asObject } from '../../contracts/http/json';
import { ConfigurationError } from '../../targets/errors';
import { parseSecretYaml, readText } from '../machine/user-file';

export interface FoundCloud {
  /** For messages. */
  readonly name: string;
  readonly raw: RawCloud;
}

/**
 * The cloud with this name.
 *
 * @throws {ConfigurationError} when there is none.
 */
export function findCloud(name: string, environment: NodeJS.ProcessEnv): FoundCloud {
  const described = environmentCloud(environment);
  if (described !== undefined && name === (environment.OS_CLOUD_NAME || environmentName))
    return foundInEnvironment(described);
  const { path, clouds } = readClouds(environment);
  const raw = Object.hasOwn(clouds, name) ? clouds[name] : undefined;
  if (raw !== undefined) return { name: `cloud ${name}`, raw: withSecrets(raw, environment) };
  const names = Object.keys(clouds);
  if (path === undefined) {
    const places = configFolders(environment).join(', ');
    throw new ConfigurationError(
      `there is no cloud ${name}, because there is no clouds.yaml in ${places}: give its path with OS_CLIENT_CONFIG_FILE`,
    );
  }
  const known = names.length === 0 ? 'the file has no clouds' : `the file has ${names.join(', ')}`;
  throw new ConfigurationError(`there is no cloud ${name} in ${path}: ${known}`);
}

/** The cloud when none is named: that of the environment, else the only one of clouds.yaml. */
export function findOnlyCloud(environment: NodeJS.ProcessEnv): FoundCloud | undefined {
  const described = environmentCloud(environment);
  if (described !== undefined) return foundInEnvironment(described);
  const [name, ...others] = Object.keys(readClouds(environment).clouds);
  return name === undefined || others.length > 0 ? undefined : findCloud(name, environment);
}

function foundInEnvironment(raw: RawCloud): FoundCloud {
  return { name: 'the cloud of the environment (OS_AUTH_URL)', raw };
}

/** Secrets that are not in the file come from the environment; nothing else does. */
function withSecrets(raw: RawCloud, { OS_PASSWORD, OS_APPLICATION_CREDENTIAL_SECRET }: NodeJS.ProcessEnv): RawCloud {
  return {
    ...(OS_PASSWORD ? { password: OS_PASSWORD } : {}),
    ...(OS_APPLICATION_CREDENTIAL_SECRET ? { application_credential_secret: OS_APPLICATION_CREDENTIAL_SECRET } : {}),
    ...raw,
  };
}

/** The clouds of `clouds.yaml`, merged with `secure.yaml`, and the path of `clouds.yaml`. */
interface CloudsFile {
  readonly path: string | undefined;
  readonly clouds: Readonly<Record<string, RawCloud>>;
}

/** @throws {ConfigurationError} for a file that cannot be read or has the wrong form. */
function readClouds(environment: NodeJS.ProcessEnv): CloudsFile {
  const [path, file] = readConfig('clouds', environment);
  const [, secure] = readConfig('secure', environment);
  const all = members(mergeClouds(file, secure).clouds);
  const names = Object.keys(all);
  if (names.length === 0) return { path, clouds: {} };
  const profiles = members(readConfig('clouds-public', environment)[1].public_clouds);
  const clouds = names.map((name) => [name, withProfile(normalizeCloud(all[name]), profiles)]);
  return { path, clouds: Object.fromEntries(clouds) };
}

/** A profile has the common members of many clouds; `cloud` is its old name. */
function withProfile(cloud: RawCloud, profiles: Readonly<Record<string, unknown>>): RawCloud {
  const name = cloud.profile ?? cloud.cloud;
  const profile = typeof name === 'string' ? profiles[name] : undefined;
  return profile === undefined ? cloud : mergeClouds(normalizeCloud(profile), cloud);
}

function readConfig(name: ConfigName, environment: NodeJS.ProcessEnv): [string | undefined, RawCloud] {
  const path = findConfig(name, environment);
  if (path === undefined) return [undefined, {}];
  const text = readText(path, 'the file', 'make it readable, or remove it');
  const content = asObject(parseSecretYaml(text, path) ?? {});
  const list = name === 'clouds-public' ? 'public-clouds' : 'clouds';
  if (content !== undefined && (content[list] === undefined || asObject(content[list]) !== undefined)) {
    // The names of clouds are not normalized.
    return [path, { clouds: content.clouds, public_clouds: content['public-clouds'] }];
  }
  throw new ConfigurationError(
    `the file ${path} is wrong: its ${list} must be a map from the name of a cloud to its settings`,
  );
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return asObject(value) ?? {};
}

/** The default name of the cloud of the environment. */
const environmentName = 'envvars';

/** Variables that select a cloud, and do not describe it. */
const selectors = /^OS_(CLOUD|CLOUD_NAME|CLIENT_CONFIG_FILE|CLIENT_SECURE_FILE)$/;

/** The cloud that `OS_AUTH_URL` and the other variables describe; undefined without them. */
function environmentCloud(environment: NodeJS.ProcessEnv): RawCloud | undefined {
  if (!environment.OS_AUTH_URL && !environment.OS_ENDPOINT) return undefined;
  const members = Object.entries(environment)
    .filter(([name, value]) => name.startsWith('OS_') && !selectors.test(name) && value !== '')
    .map(([name, value]) => [name.slice('OS_'.length).toLowerCase(), value]);
  return Object.fromEntries(members);
}

type ConfigName = 'clouds' | 'secure' | 'clouds-public';

/** Variables with the path of a file. */
const pathVariables: Readonly<Partial<Record<ConfigName, string>>> = {
  clouds: 'OS_CLIENT_CONFIG_FILE',
  secure: 'OS_CLIENT_SECURE_FILE',
};

/** The folders of OpenStack's own clients, in their order. */
function configFolders(environment: NodeJS.ProcessEnv): string[] {
  const home = environment.HOME ?? homedir();
  const own = environment.XDG_CONFIG_HOME || join(home, '.config');
  const shared = (environment.XDG_CONFIG_DIRS || '/etc/xdg').split(':').map((folder) => join(folder, 'openstack'));
  return [...new Set(['.', join(own, 'openstack'), join(home, '.config/openstack'), ...shared, '/etc/openstack'])];
}

/** The first existing file with this name. */
function findConfig(name: ConfigName, environment: NodeJS.ProcessEnv): string | undefined {
  const variable = pathVariables[name];
  const first = variable === undefined ? undefined : environment[variable];
  const usual = configFolders(environment).flatMap((folder) =>
    ['yaml', 'yml', 'json'].map((suffix) => join(folder, `${name}.${suffix}`)),
  );
  return [...(first ? [first] : []), ...usual].find((path) => existsSync(path));
}

/** A cloud as in a file or the environment; member names have underscores. */
export type RawCloud = Readonly<Record<string, unknown>>;

/** Accepts member names with hyphens, and numbers without quotes. */
export function normalizeCloud(value: unknown): RawCloud {
  return Object.fromEntries(
    Object.entries(asObject(value) ?? {}).map(([name, member]) => [name.replaceAll('-', '_'), normalizeMember(member)]),
  );
}

function normalizeMember(member: unknown): unknown {
  if (typeof member === 'number') return String(member);
  return asObject(member) === undefined ? member : normalizeCloud(member);
}

/** Merges two clouds deeply; the second takes precedence. */
export function mergeClouds(below: RawCloud, above: RawCloud): RawCloud {
  const given = Object.entries(above).filter(([, member]) => member !== undefined);
  const members = given.map(([name, member]) => {
    const [old, own] = [asObject(below[name]), asObject(member)];
    return [name, old === undefined || own === undefined ? member : mergeClouds(old, own)];
  });
  return { ...below, ...Object.fromEntries(members) };
}

/** The first of these members that is a text and not empty. */
export function readString(cloud: RawCloud, ...names: readonly string[]): string | undefined {
  return names.map((name) => cloud[name]).find((value): value is string => typeof value === 'string' && value !== '');
}
