import { clauses } from '../clauses';

const statusList = { type: 'array', items: { type: 'integer', minimum: 100, maximum: 599 }, minItems: 1 };
const statusCases = [
  'accepted',
  'invalid',
  'unauthenticated',
  'unknownServer',
  'foreignProject',
  'foreignServer',
  'wrongState',
  'overQuota',
  'mediaType',
];
/**
 * The range of limits for which the suite has cases. Below it the cases would be equal. Above it ordinary cases would
 * need larger bodies than a target must accept (BODY-12).
 */
export const limitBounds = {
  characters: { minimum: 16, maximum: 2_000 },
  always: { minimum: 10 },
} as const;

const openClauses = clauses.filter((clause) => clause.readings !== undefined);

/** JSON Schema (2020-12) of a user's profile. Members that are missing come from the profile it extends. */
export const profileSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Profile of ecs-metadata-conformance',
  type: 'object',
  required: ['name', 'extends'],
  properties: {
    name: { type: 'string', minLength: 1 },
    extends: { enum: ['ecs', 'nova'] },
    levels: {
      type: 'object',
      propertyNames: { enum: clauses.map(({ id }) => id) },
      additionalProperties: { enum: ['MUST', 'SHOULD', 'open', 'not applicable'] },
    },
    settled: {
      type: 'object',
      properties: Object.fromEntries(openClauses.map((clause) => [clause.id, { enum: clause.readings }])),
      additionalProperties: false,
    },
    limits: {
      type: 'object',
      properties: {
        keyLength: { type: 'integer', ...limitBounds.characters },
        valueLength: { type: 'integer', ...limitBounds.characters },
        quota: { type: 'integer', minimum: -1 },
        always: { type: 'integer', ...limitBounds.always },
      },
      additionalProperties: false,
    },
    statuses: {
      type: 'object',
      properties: Object.fromEntries(statusCases.map((name) => [name, statusList])),
      additionalProperties: false,
    },
    errorBody: { enum: ['json', 'nova'] },
  },
  additionalProperties: false,
} as const;

/** The JSON of a user's profile. */
export interface UserProfile {
  readonly name: string;
  readonly extends: 'ecs' | 'nova';
  readonly [part: string]: unknown;
}
