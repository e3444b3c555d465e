import { clauses } from '../../contracts/clauses';

/** JSON Schema (2020-12) of a baseline. */
export const baselineSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Baseline of ecs-metadata-conformance: known failures',
  type: 'array',
  items: {
    type: 'object',
    required: ['clause', 'reason', 'owner', 'expires'],
    properties: {
      clause: { enum: clauses.map(({ id }) => id), description: 'the clause that fails, such as REPLACE-02' },
      reason: { type: 'string', minLength: 1, description: 'why it fails' },
      owner: { type: 'string', pattern: '^https?://', description: 'URL of the ticket of its owner' },
      expires: {
        type: 'string',
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        description: 'last day on which the failure is accepted, such as 2027-03-31',
      },
    },
    additionalProperties: false,
  },
};
