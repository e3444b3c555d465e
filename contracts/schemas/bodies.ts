import Ajv from 'ajv/dist/2020';

/** A key: 1 to 255 characters of the set (page, Table 3). `-` stands last, as the `u` flag knows no `\-` outside a class. */
export const keySchema = { type: 'string', minLength: 1, maxLength: 255, pattern: '^[A-Za-z0-9_:.-]+$' } as const;

/** A value: a string of 0 to 255 characters; JSON Schema counts code points, as the page does. */
export const valueSchema = { type: 'string', maxLength: 255 } as const;

/** The map of pairs, in a request and in an answer. */
export const metadataSchema = {
  type: 'object',
  propertyNames: keySchema,
  additionalProperties: valueSchema,
} as const;

/** The body of a request (page, Table 2). A second top-level member is left open there. */
export const requestSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Request: configuring the metadata of a server',
  type: 'object',
  required: ['metadata'],
  properties: { metadata: metadataSchema },
} as const;

/** The body of an answer (page, Table 4): the new map, and nothing beside it. Limits are the request's business. */
export const responseSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Answer: the metadata of a server',
  type: 'object',
  required: ['metadata'],
  properties: { metadata: { type: 'object', additionalProperties: { type: 'string' } } },
  additionalProperties: false,
} as const;

/** How Nova calls an error, by its status. */
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

/** Of every status without a name of its own, 406 and 500 among them. */
const defaultErrorName = 'computeFault';

/** The member of Nova's envelope that an error of this status stands in. */
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

/** The body of an error as Nova writes it: one member, named for the status, which it repeats. */
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

// `ownProperties`: a map may hold the key `__proto__`, and must not be looked up through a prototype.
const ajv = new Ajv({ ownProperties: true });

export const isRequestBody = ajv.compile<{ metadata: Record<string, string> }>(requestSchema);
export const isResponseBody = ajv.compile<{ metadata: Record<string, string> }>(responseSchema);
export const isNovaErrorBody = ajv.compile<Record<string, { code: number; message: string }>>(errorSchema);
