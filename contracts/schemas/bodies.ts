import { validator } from './validator';

/** A key: 1 to 255 characters of the set (page, Table 3), as in profiles/ecs.ts. `-` is last: the `u` flag forbids `\-` outside a class. */
const keySchema = { type: 'string', minLength: 1, maxLength: 255, pattern: '^[A-Za-z0-9_:.-]+$' } as const;

/** A value: a string of 0 to 255 characters; JSON Schema counts code points, as the page does. */
const valueSchema = { type: 'string', maxLength: 255 } as const;

/** The map of pairs, in a request and in a response. */
const metadataSchema = {
  type: 'object',
  propertyNames: keySchema,
  additionalProperties: valueSchema,
} as const;

/** The body of a request (page, Table 2). The page does not forbid a second top-level member. */
export const requestSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Request: configuring the metadata of a server',
  type: 'object',
  required: ['metadata'],
  properties: { metadata: metadataSchema },
} as const;

/** The body of a response (page, Table 4): the new map and no other member. Limits apply to requests only. */
export const responseSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Answer: the metadata of a server',
  type: 'object',
  required: ['metadata'],
  properties: { metadata: { type: 'object', additionalProperties: { type: 'string' } } },
  additionalProperties: false,
} as const;

/** Nova's name of an error, by its status. */
const errorNames: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'itemNotFound',
  405: 'badMethod',
  409: 'conflictingRequest',
  413: 'overLimit',
  415: 'badMediaType',
  429: 'overLimit',
  501: 'notImplemented',
  503: 'serviceUnavailable',
};

/** The name for every other status, for example 406 and 500. */
const defaultErrorName = 'computeFault';

/** The member of Nova's envelope for an error with this status. */
export function novaErrorName(status: number): string {
  return errorNames[status] ?? defaultErrorName;
}

const namedStatuses = Object.keys(errorNames).map(Number);

function errorObject(code: object) {
  return {
    type: 'object',
    required: ['code', 'message'],
    properties: { code: { type: 'integer', ...code }, message: { type: 'string' } },
  };
}

/** Nova's body of an error: one member, named for the status, which it contains. */
export const errorSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Error',
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  properties: {
    ...Object.fromEntries(
      Object.values(errorNames).map((name) => [
        name,
        errorObject({ enum: namedStatuses.filter((status) => errorNames[status] === name) }),
      ]),
    ),
    [defaultErrorName]: errorObject({ minimum: 400, maximum: 599, not: { enum: namedStatuses } }),
  },
  additionalProperties: false,
} as const;

export const isRequestBody = validator<{ metadata: Record<string, string> }>(requestSchema);
export const isResponseBody = validator<{ metadata: Record<string, string> }>(responseSchema);
export const isNovaErrorBody = validator<Record<string, { code: number; message: string }>>(errorSchema);
