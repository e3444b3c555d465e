import type { Setting } from './setting';

/** With what it is compared: a second target, or what is known of this one. */
export const comparisonSettings = [
  {
    name: 'against',
    kind: 'text',
    argument: 'url',
    env: 'ECS_METADATA_AGAINST',
    description: 'a second target: both are given the same inputs, and the first difference is told',
  },
  {
    name: 'againstProjectId',
    kind: 'text',
    argument: 'id',
    env: 'ECS_METADATA_AGAINST_PROJECT_ID',
    description: 'the project there, where it is not the same',
  },
  {
    name: 'againstServerId',
    kind: 'text',
    argument: 'id',
    env: 'ECS_METADATA_AGAINST_SERVER_ID',
    description: 'an active server there, where it is not the same',
  },
  {
    name: 'againstToken',
    kind: 'text',
    argument: 'token',
    env: 'ECS_METADATA_AGAINST_TOKEN',
    description: 'the token there, where it is not the same',
  },
  {
    name: 'baseline',
    kind: 'text',
    argument: 'file',
    env: 'ECS_METADATA_BASELINE',
    description: 'failures that are known, YAML or JSON: any other one, or one that is out of date, fails the run',
  },
] as const satisfies readonly Setting[];
