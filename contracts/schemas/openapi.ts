import { metadataPath } from '../http/route';
import { type Version, versions } from '../metadata';
import { ecs } from '../profiles/ecs';
import { errorSchema, requestSchema, responseSchema } from './bodies';

const { statuses } = ecs;
const reasons: readonly (readonly [readonly number[], string])[] = [
  [statuses.invalid, 'The body, a key or a value breaks a rule.'],
  [statuses.unauthenticated, 'There is no token, or none that is known.'],
  [statuses.foreignProject, 'The project is not the one of the token.'],
  [statuses.unknownServer, 'There is no such server in the project.'],
  [statuses.wrongState, 'The vm_state of the server does not allow it.'],
  [statuses.overQuota, 'There are more pairs than a server may have.'],
  [statuses.mediaType, 'The content type is not JSON.'],
];

/** Every status of a rejection, with its reasons. */
const refusals = [...new Set(reasons.flatMap(([codes]) => codes))].sort().map((status): [number, string] => {
  const why = reasons.filter(([codes]) => codes.includes(status)).map(([, reason]) => reason);
  return [status, why.join(' ')];
});

function operations(version: Version): object {
  const suffix = version === 'v2' ? 'V2' : 'V21';
  const responses = (which: readonly number[]) => ({
    '200': { $ref: '#/components/responses/Metadata' },
    ...Object.fromEntries(which.map((status) => [status, { $ref: `#/components/responses/Refused${status}` }])),
  });
  return {
    parameters: ['project_id', 'server_id'].map((name) => ({ $ref: `#/components/parameters/${name}` })),
    put: {
      operationId: `replaceMetadata${suffix}`,
      tags: ['metadata'],
      summary: 'Replace the metadata of a server',
      description: 'Takes effect while the vm_state is active, stopped, paused or suspended.',
      requestBody: { required: true, content: content('Request') },
      responses: responses(refusals.map(([status]) => status)),
    },
    get: {
      operationId: `readMetadata${suffix}`,
      tags: ['metadata'],
      summary: 'Read the metadata of a server',
      responses: responses([...new Set([statuses.unauthenticated, statuses.foreignProject].flat())].sort()),
    },
  };
}

function inPath(name: string, description: string): object {
  return { name, in: 'path', required: true, description, schema: { type: 'string', minLength: 1 } };
}

function content(name: 'Request' | 'Answer' | 'Error'): object {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
}

function refused(description: string): object {
  return { description, content: content('Error') };
}

/** OpenAPI 3.1 uses JSON Schema 2020-12, and the document declares that once for all schemas. */
function schema({ $schema: _, ...rest }: { readonly $schema: string }): object {
  return rest;
}

/**
 * The operation as an OpenAPI 3.1 document, from the schemas and the profile `ecs`: for mocks, fuzzers and client
 * generators.
 */
export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'Configuring ECS Metadata',
    version: '2.1',
    summary: 'Deletes all metadata of a server and sets what the request carries.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: 'https://{endpoint}', variables: { endpoint: { default: 'ecs.invalid' } } }],
  security: [{ token: [] }],
  tags: [{ name: 'metadata', description: 'The metadata of a server: keys and values, both text.' }],
  paths: Object.fromEntries(
    versions.map((version) => [metadataPath(version, '{project_id}', '{server_id}'), operations(version)]),
  ),
  components: {
    securitySchemes: { token: { type: 'apiKey', in: 'header', name: 'X-Auth-Token' } },
    parameters: { project_id: inPath('project_id', 'The project.'), server_id: inPath('server_id', 'The server.') },
    schemas: { Request: schema(requestSchema), Answer: schema(responseSchema), Error: schema(errorSchema) },
    responses: {
      Metadata: { description: 'The metadata of the server.', content: content('Answer') },
      ...Object.fromEntries(refusals.map(([status, why]) => [`Refused${status}`, refused(why)])),
    },
  },
};
