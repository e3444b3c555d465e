import { UsageError } from '../usage-error';
import type { FoundCloud } from './find-cloud';
import { rawCloud, textIn } from './raw-cloud';
import { inRegion } from './regions';

/** A cloud with all that is said of it in one place each. */
export interface Cloud {
  /** As a complaint calls it. */
  readonly name: string;
  /** How its callers prove who they are. */
  readonly authType: string;
  /** What they prove it with: `auth_url`, `username` and so on. */
  readonly auth: Readonly<Record<string, string>>;
  readonly region: string | undefined;
  /** The interfaces that will do, the best one first. */
  readonly interfaces: readonly string[];
  /** The compute endpoint, where the catalogue is not to be asked. */
  readonly endpoint: string | undefined;
  readonly insecure: boolean;
  readonly cacert: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
}

/** Names by which members of `auth` went in other times. */
const formerly: Readonly<Record<string, readonly string[]>> = {
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

/** Of these, what stands beside `auth` goes before what stands in it. */
const outerFirst = /^(project_|user_domain_|domain_|token$)/;

/**
 * A cloud in the region and by the interface that the user wants, if any.
 *
 * @throws {UsageError} for a region that it does not have, and an interface that is none.
 */
export function cloudOf(
  { name, raw }: FoundCloud,
  wantedRegion: string | undefined,
  wantedInterface: string | undefined,
): Cloud {
  const { region, members } = inRegion(name, raw, wantedRegion);
  const inner = rawCloud(members.auth);
  const auth: Record<string, string> = {};
  for (const member of authNames) {
    const names = [member, ...(formerly[member] ?? [])];
    const places = outerFirst.test(member) ? [members, inner] : [inner, members];
    const value = places.map((place) => textIn(place, ...names)).find((text) => text !== undefined);
    if (value !== undefined) auth[member] = value;
  }
  const url = auth.auth_url?.replace(
    /\{(\w+)\}/g,
    (whole, key: string) => textIn({ ...members, region_name: region }, key) ?? whole,
  );
  return {
    name,
    authType: textIn(members, 'auth_type', 'auth_plugin') ?? 'password',
    auth: withDomains({ ...auth, ...(url === undefined ? {} : { auth_url: url }) }),
    region,
    interfaces: interfacesOf(
      wantedInterface ?? members.compute_interface ?? members.interface ?? members.endpoint_type,
    ),
    endpoint: textIn(members, 'compute_endpoint_override', 'compute_endpoint'),
    insecure: isFalse(members.verify) || isTrue(members.insecure),
    cacert: textIn(members, 'cacert'),
    cert: textIn(members, 'cert'),
    key: textIn(members, 'key'),
  };
}

/** A domain that is given once is the user's and the project's. */
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
  throw new UsageError(`there is no interface ${wrong}: give public, internal or admin`);
}

function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(1|true|yes|on)$/i.test(value));
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^(0|false|no|off)$/i.test(value));
}
