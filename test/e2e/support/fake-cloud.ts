import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { asObject } from '../../../contracts/http/json';
import { newFolder } from './command';
import { listen } from './fake-target';
import { forward, respond } from './fault-proxy';
import type { ServedEndpoint } from './served-endpoint';

export const password = 'correct-horse-7-staple';
export const applicationSecret = 'application-secret-4711';

export interface FakeCloudOptions {
  /** The number of requests after which a token expires. */
  readonly requestsPerToken?: number;
  /** The lifetime of a token that Keystone reports, in seconds. */
  readonly lifetime?: number;
  /** Rejects another project in the URI with 401, like an invalid token. */
  readonly refusesProjects?: boolean;
  /** Over TLS; with `requestCert` for those alone who show a certificate. */
  readonly tls?: ServerOptions;
  /** The host name in its URLs, if it is not the address. */
  readonly host?: string;
}

/** A cloud on loopback: Keystone under /identity, and the served endpoint as its compute service under /compute. */
export interface FakeCloud {
  readonly authUrl: string;
  readonly url: string;
  /** Every token that it gave, and the body by which it was asked for. */
  readonly issued: { readonly token: string; readonly asked: string }[];
  /** From now on it gives none, and answers so. */
  refusal: number | undefined;
}

export async function fakeCloud(served: ServedEndpoint, options: FakeCloudOptions = {}): Promise<FakeCloud> {
  const { requestsPerToken = Number.POSITIVE_INFINITY, tls } = options;
  /** Of live tokens: their project, the token of the served endpoint, and how many requests are left. */
  const live = new Map<string, { id: string; own: string; left: number }>();
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { url = '', headers } = incoming;
    if (url === '/identity/v3/auth/tokens') return identity(incoming, outgoing);
    const token = live.get(String(headers['x-auth-token']));
    const isForeign = options.refusesProjects === true && !url.includes(token?.id ?? '');
    if (token !== undefined && token.left > 0 && !isForeign) {
      token.left -= 1;
      headers['x-auth-token'] = token.own;
    }
    const { status, type, body } = await forward(`${served.url}${url.replace('/compute', '')}`, incoming);
    respond(outgoing, status, body, { 'content-type': type });
  };
  const identity = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const project = projectFor(JSON.parse(text), served);
    const status = cloud.refusal ?? (project === undefined ? 401 : 201);
    const json = { 'content-type': 'application/json' };
    if (project === undefined || status !== 201) {
      respond(outgoing, status, JSON.stringify({ error: { code: status, message: `It was said: ${text}` } }), json);
      return;
    }
    const token = `gAAAAA${randomBytes(60).toString('base64url')}`;
    cloud.issued.push({ token, asked: text });
    live.set(token, { ...project, left: requestsPerToken });
    const body = JSON.stringify({ token: tokenBody(cloud.url, project.id, options.lifetime ?? 3_600) });
    respond(outgoing, 201, body, { ...json, 'x-subject-token': token });
  };
  const server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve);
  const address = await listen(server);
  const origin = `${tls === undefined ? 'http' : 'https'}://${options.host ?? '127.0.0.1'}:${address.split(':')[1]}`;
  const cloud: FakeCloud = {
    authUrl: `${origin}/identity/v3`,
    url: `${origin}/compute`,
    issued: [],
    refusal: undefined,
  };
  return cloud;
}

/** Whom it knows: `demo` and `alt` of the domain Default by their password, and one application credential. */
function projectFor(body: unknown, served: ServedEndpoint): { readonly id: string; readonly own: string } | undefined {
  const own = { id: served.projectId, own: served.token };
  const other = { id: served.otherProjectId, own: served.otherToken };
  const { identity } = asObject(asObject(body)?.auth) ?? {};
  const credential = asObject(asObject(identity)?.application_credential);
  if (credential !== undefined)
    return credential.id === 'of-demo' && credential.secret === applicationSecret ? own : undefined;
  const user = asObject(asObject(asObject(identity)?.password)?.user);
  if (user?.password !== password || asObject(user.domain)?.name !== 'Default') return undefined;
  return user.name === 'demo' ? own : user.name === 'alt' ? other : undefined;
}

function tokenBody(url: string, projectId: string, lifetime: number): object {
  const now = Date.now();
  const endpoint = (region: string, name: string, at: string) => ({
    region,
    region_id: region,
    interface: name,
    url: at,
  });
  const endpoints = [
    endpoint('north', 'admin', 'http://127.0.0.1:9/admin/v2.1'),
    endpoint('north', 'public', `${url}/v2.1/${projectId}`),
    endpoint('south', 'public', 'http://127.0.0.1:9/v2.1'),
  ];
  return {
    methods: ['password'],
    // Its clock may be far off.
    issued_at: new Date(now - 86_400_000).toISOString(),
    expires_at: new Date(now - 86_400_000 + lifetime * 1_000).toISOString(),
    project: { id: projectId, name: 'demo', domain: { id: 'default', name: 'Default' } },
    catalog: [
      { type: 'identity', name: 'keystone', endpoints: [endpoint('north', 'public', `${url}/identity`)] },
      { type: 'compute', name: 'nova', endpoints },
    ],
  };
}

/** The entry of a clouds.yaml for a user of a fake cloud. */
export function cloudsYamlEntry({ authUrl }: FakeCloud, user = 'demo', more: object = {}): object {
  const auth = { auth_url: authUrl, username: user, password, project_name: user };
  return {
    auth: { ...auth, user_domain_name: 'Default', project_domain_name: 'Default' },
    region_name: 'north',
    ...more,
  };
}

/** A folder that a user would run the command in, with this clouds.yaml. */
export function cloudsFolder(clouds: Readonly<Record<string, object>>, secure?: object): string {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'clouds.yaml'), stringify({ clouds }));
  if (secure !== undefined) writeFileSync(join(folder, 'secure.yaml'), stringify({ clouds: secure }));
  return folder;
}
