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
