import { asObject } from '../../contracts/http/json';
import { routeOf } from '../../contracts/http/route';
import type { PactFile, PactInteraction } from '../../contracts/pact/pact-file';
import type { ProviderState } from '../../contracts/pact/provider-states';
import type { OutgoingResponse } from '../../targets/embedded/http';
import type { Client } from './clients';
import type { Exchange, Played } from './play-scenario';
import type { Given, Scenario } from './scenarios';

/**
 * The Pact contract of a client: the requests for one server and its metadata that it has sent, each with the state of the
 * server before it, and with the response that it got. A request that two scenarios share is there once.
 */
export function clientContract({ name }: Client, played: readonly (readonly [Scenario, Played])[]): PactFile {
  const interactions = new Map<string, PactInteraction>();
  for (const [scenario, { exchanges }] of played) {
    const descriptions = new Set<string>();
    for (const exchange of exchanges.filter(isVerifiable)) {
      const interaction = toInteraction(exchange, scenario.given);
      const key = JSON.stringify(interaction);
      if (interactions.has(key)) continue;
      const description = describe(scenario, exchange, descriptions);
      interactions.set(key, { description, ...interaction });
    }
  }
  return {
    consumer: { name },
    provider: { name: 'ecs-metadata' },
    interactions: [...interactions.values()],
    metadata: { pactSpecification: { version: '4.0' } },
  };
}

/**
 * Not a request that a verifier must not send, such as DELETE of a server, or of a key `..`: a proxy may make one of the
 * other. Not a list of servers either, such as `servers/detail`.
 */
function isVerifiable({ request: { method, url } }: Exchange): boolean {
  if (/\/\.{1,2}$/.test(url)) return false;
  const { resource, serverId = '' } = routeOf(url) ?? {};
  if (!/^[0-9a-f-]{36}$/.test(serverId)) return false;
  return resource === 'metadata' || resource === 'item' || (resource === 'server' && method === 'GET');
}

function describe({ title, expected }: Scenario, { request }: Exchange, taken: Set<string>): string {
  const resource = routeOf(request.url)?.resource ?? '';
  const words = `${'status' in expected ? 'rejection of ' : ''}${title}: ${request.method} ${resource}`;
  let description = words;
  for (let place = 2; taken.has(description); place += 1) description = `${words}, request ${place}`;
  taken.add(description);
  return description;
}

function toInteraction(exchange: Exchange, given: Given) {
  return {
    type: 'Synchronous/HTTP',
    pending: false,
    providerStates: providerStatesOf(exchange, given),
    request: requestOf(exchange),
    response: responseOf(exchange.response),
  };
}

function providerStatesOf({ before }: Exchange, { noServer, vmState }: Given): ProviderState[] {
  const params = { metadata: before.metadata, ...(vmState === undefined ? {} : { vm_state: vmState }) };
  const server: ProviderState = noServer
    ? { name: 'server does not exist', params: {} }
    : { name: 'server exists', params };
  return before.tokenIsGood ? [server] : [server, { name: 'token is not valid', params: {} }];
}

/** Those that the client chooses. It does not choose the others: they belong to the connection or to its library. */
const ownHeaders = ['accept', 'content-type', 'openstack-api-version', 'x-openstack-nova-api-version'];

/** The ids and the token are examples. A verifier replaces them. */
function requestOf({ request: { method, url, headers, body } }: Exchange): PactInteraction['request'] {
  const sent = ownHeaders.flatMap((name): [string, string[]][] => {
    const value = headers[name];
    return value === undefined ? [] : [[name, [value]]];
  });
  const path = (project: string, server: string) =>
    url.replace(/^(\/[^/]+\/)[^/]+(\/servers\/)[^/?]+/, (_, root, servers) => root + project + servers + server);
  const pattern = path('[^/]+', '[^/]+').replaceAll('.', '\\.');
  return {
    method,
    path: path('project', 'server'),
    headers: { ...Object.fromEntries(sent), 'x-auth-token': ['token-of-the-project'] },
    ...(body.length === 0 ? {} : { body: jsonContent(JSON.parse(body.toString('utf8'))) }),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Pact fills these in.
    generators: { path: { type: 'ProviderState', expression: path('${project_id}', '${server_id}') } },
    matchingRules: {
      path: rule({ match: 'regex', regex: `^${pattern}$` }),
      header: { 'x-auth-token': rule({ match: 'type' }) },
    },
  };
}

/** The status, and the map exactly. A client reads an error by its status. */
function responseOf({ status, body }: OutgoingResponse): PactInteraction['response'] {
  const content = status < 300 ? asObject(parse(body)) : undefined;
  if (content?.metadata !== undefined) {
    const { metadata } = content;
    return { status, body: jsonContent({ metadata }), matchingRules: { body: { '$.metadata': rule(exactly) } } };
  }
  const server = asObject(content?.server);
  if (server === undefined) return { status };
  return {
    status,
    body: jsonContent({ server: { id: 'server', metadata: server.metadata } }),
    matchingRules: { body: { '$.server.id': rule({ match: 'type' }), '$.server.metadata': rule(exactly) } },
  };
}

const exactly = { match: 'equality' };

function rule(matcher: object): object {
  return { combine: 'AND', matchers: [matcher] };
}

function jsonContent(content: unknown): object {
  return { content, contentType: 'application/json', encoded: false };
}

function parse(body: OutgoingResponse['body']): unknown {
  return body.length === 0 ? undefined : JSON.parse(body.toString());
}
