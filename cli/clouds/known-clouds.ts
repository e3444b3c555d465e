import { asObject } from '../../contracts/http/json';
import { readText } from '../read-text';
import { UsageError } from '../usage-error';
import { type ConfigName, configPath } from './config-paths';
import { laidOver, type RawCloud, rawCloud } from './raw-cloud';
import { secretYaml } from './secret-yaml';

/** The clouds of `clouds.yaml`, with what `secure.yaml` adds, and the file that they are from. */
export interface KnownClouds {
  readonly path: string | undefined;
  readonly clouds: Readonly<Record<string, RawCloud>>;
}

/** @throws {UsageError} for a file that cannot be read or is none of its kind. */
export function knownClouds(environment: NodeJS.ProcessEnv): KnownClouds {
  const [path, file] = read('clouds', environment);
  const [, secure] = read('secure', environment);
  const all = members(laidOver(file, secure).clouds);
  const names = Object.keys(all);
  if (names.length === 0) return { path, clouds: {} };
  const profiles = members(read('clouds-public', environment)[1].public_clouds);
  const clouds = names.map((name) => [name, withProfile(rawCloud(all[name]), profiles)]);
  return { path, clouds: Object.fromEntries(clouds) };
}

/** What many clouds have in common may stand in a profile; `cloud` is its old name. */
function withProfile(cloud: RawCloud, profiles: Readonly<Record<string, unknown>>): RawCloud {
  const name = cloud.profile ?? cloud.cloud;
  const profile = typeof name === 'string' ? profiles[name] : undefined;
  return profile === undefined ? cloud : laidOver(rawCloud(profile), cloud);
}

function read(name: ConfigName, environment: NodeJS.ProcessEnv): [string | undefined, RawCloud] {
  const path = configPath(name, environment);
  if (path === undefined) return [undefined, {}];
  const text = readText(path, 'the file', 'make it readable, or move it away');
  const content = asObject(secretYaml(text, path) ?? {});
  const list = name === 'clouds-public' ? 'public-clouds' : 'clouds';
  if (content !== undefined && (content[list] === undefined || asObject(content[list]) !== undefined)) {
    // The names of clouds stay as they are written.
    return [path, { clouds: content.clouds, public_clouds: content['public-clouds'] }];
  }
  throw new UsageError(`the file ${path} is wrong: its ${list} must be a map of names and what each cloud is like`);
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return asObject(value) ?? {};
}
