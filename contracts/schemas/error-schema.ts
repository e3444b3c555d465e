/** How Nova calls an error, by its status. */
const names: Readonly<Record<number, string>> = {
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
const otherwise = 'computeFault';

/** The member of Nova's envelope that an error of this status stands in. */
export function novaErrorName(status: number): string {
  return names[status] ?? otherwise;
}

const named = Object.keys(names).map(Number);

function fault(code: object) {
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
      Object.values(names).map((name) => [name, fault({ enum: named.filter((status) => names[status] === name) })]),
    ),
    [otherwise]: fault({ minimum: 400, maximum: 599, not: { enum: named } }),
  },
  additionalProperties: false,
} as const;
