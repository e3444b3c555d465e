/** The body of an answer (page, Table 4): the new map, and nothing beside it. Limits are the request's business. */
export const answerSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Answer: the metadata of a server',
  type: 'object',
  required: ['metadata'],
  properties: { metadata: { type: 'object', additionalProperties: { type: 'string' } } },
  additionalProperties: false,
} as const;
