import { asObject } from '../../contracts/http/json';
import { ConfigurationError } from '../../targets/errors';
import { type FoundCloud, mergeClouds, normalizeCloud, type RawCloud, readString } from './clouds-yaml';

/** A cloud of clouds.yaml or of the environment, in one normal form. */
export interface Cloud {
  /** For messages. */
  readonly name: string;
  /** `auth_type`, such as `password`. */
  readonly authType: string;
  /** `auth_url`, `username` and so on. */
  readonly auth: Readonly<Record<string, string>>;
  readonly region: string | undefined;
  /** The accepted interfaces, in order of preference. */
  readonly interfaces: readonly string[];
  /** The compute endpoint, when the service catalog is not used. */
  readonly endpoint: string | undefined;
  readonly insecure: boolean;
  readonly cacert: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
}

/** Older names of members of `auth`. */
const oldNames: Readonly<Record<string, readonly string[]>> = {
  project_id: ['tenant_id'],
  project_name: ['tenant_name'],
  username: ['user_name'],
  token: ['auth_token'],
};

const authNames = [
  'auth_url',
  'username',
  'user_id',
  'password',
  'token',
  'endpoint',
  'project_id',
  'project_name',
  'user_domain_id',
  'user_domain_name',
  'project_domain_id',
  'project_domain_name',
  'domain_id',
  'domain_name',
  'default_domain_id',
  'default_domain_name',
  'system_scope',
  'application_credential_id',
  'application_credential_name',
  'application_credential_secret',
];

/** For these, a member beside `auth` takes precedence over one in it. */
const outerFirst = /^(project_|user_domain_|domain_|token$)/;

/**
 * Reads a cloud.
 *
 * @throws {ConfigurationError} for a region that it does not have, and for an unknown interface.
 */
export function parseCloud(
  { name, raw }: FoundCloud,
  wantedRegion: string | undefined,
  wantedInterface: string | undefined,
): Cloud {
  const { region, members } = selectRegion(name, raw, wantedRegion);
  const inner = normalizeCloud(members.auth);
  const auth: Record<string, string> = {};
  for (const member of authNames) {
    const names = [member, ...(oldNames[member] ?? [])];
    const places = outerFirst.test(member) ? [members, inner] : [inner, members];
    const value = places.map((place) => readString(place, ...names)).find((text) => text !== undefined);
    if (value !== undefined) auth[member] = value;
  }
  const url = auth.auth_url?.replace(
    /\{(\w+)\}/g,
    (whole, key: string) => readString({ ...members, region_name: region }, key) ?? whole,
  );
  return {
    name,
    authType: readString(members, 'auth_type', 'auth_plugin') ?? 'password',
    auth: withDomains({ ...auth, ...(url === undefined ? {} : { auth_url: url }) }),
    region,
    interfaces: interfacesOf(
      wantedInterface ?? members.compute_interface ?? members.interface ?? members.endpoint_type,
    ),
    endpoint: readString(members, 'compute_endpoint_override', 'compute_endpoint'),
    insecure: isFalse(members.verify) || isTrue(members.insecure),
    cacert: readString(members, 'cacert'),
    cert: readString(members, 'cert'),
    key: readString(members, 'key'),
  };
}

/** A single domain is that of the user and of the project. */
function withDomains(auth: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { domain_id, domain_name, default_domain_id, default_domain_name, ...rest } = auth;
  const filled: Record<string, string> = { ...rest };
  for (const whose of ['user', 'project']) {
    if (filled[`${whose}_domain_id`] ?? filled[`${whose}_domain_name`]) continue;
    const id = domain_id ?? default_domain_id;
    const name = domain_name ?? default_domain_name;
    if (id !== undefined) filled[`${whose}_domain_id`] = id;
    else if (name !== undefined) filled[`${whose}_domain_name`] = name;
  }
  return filled;
}

function interfacesOf(value: unknown = 'public'): string[] {
  const names = (Array.isArray(value) ? value : [value]).map((each) => String(each).replace(/URL$/, ''));
  const wrong = names.find((each) => !/^(public|internal|admin)$/.test(each));
  if (wrong === undefined) return names;
  throw new ConfigurationError(`the interface ${wrong} is unknown: give public, internal or admin`);
}

function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(1|true|yes|on)$/i.test(value));
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^(0|false|no|off)$/i.test(value));
}

/**
 * Selects the wanted region of a cloud, or its first one. A region may have values of its own.
 *
 * @throws {ConfigurationError} for a region that the cloud does not have.
 */
function selectRegion(
  name: string,
  cloud: RawCloud,
  wanted: string | undefined,
): { readonly region: string | undefined; readonly members: RawCloud } {
  const { regions } = cloud;
  if (!Array.isArray(regions) || regions.length === 0) {
    return { region: wanted ?? readString(cloud, 'compute_region_name', 'region_name'), members: cloud };
  }
  const known = regions.map((each) => {
    const { name: own = each, values } = asObject(each) ?? {};
    return { region: String(own), members: mergeClouds(cloud, normalizeCloud(values)) };
  });
  const found = wanted === undefined ? known[0] : known.find(({ region }) => region === wanted);
  if (found !== undefined) return found;
  const names = known.map(({ region }) => region).join(', ');
  throw new ConfigurationError(`${name} has no region ${wanted}: it has ${names}`);
}
