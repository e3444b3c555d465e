/** The body of an error as Nova writes it: one member, named for the status. */
export const errorSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Error',
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: {
    type: 'object',
    required: ['code', 'message'],
    properties: { code: { type: 'integer', minimum: 400, maximum: 599 }, message: { type: 'string' } },
  },
} as const;
