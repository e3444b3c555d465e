import { type SettingDefinition, theComparison, theEdition } from '../setting';

/** A second target, or a list of known failures. */
export const comparisonSettings = [
  {
    name: 'against',
    kind: 'text',
    argument: 'url',
    env: 'ECS_METADATA_AGAINST',
    group: 'comparison',
    commands: ['run'],
    fixedBy: { certify: 'a certificate is about one target' },
    description: 'base URL of a second target; both get the same requests, and the first difference is printed',
  },
  {
    name: 'againstProjectId',
    kind: 'text',
    argument: 'id',
    env: 'ECS_METADATA_AGAINST_PROJECT_ID',
    group: 'comparison',
    commands: ['run'],
    needs: 'against',
    description: 'project on the second target (default: the project of the first)',
  },
  {
    name: 'againstServerId',
    kind: 'text',
    argument: 'id',
    env: 'ECS_METADATA_AGAINST_SERVER_ID',
    group: 'comparison',
    commands: ['run'],
    needs: 'against',
    description: 'active server on the second target (default: the servers of the first)',
  },
  {
    name: 'againstToken',
    kind: 'text',
    argument: 'token',
    env: 'ECS_METADATA_AGAINST_TOKEN',
    group: 'comparison',
    commands: ['run'],
    needs: 'against',
    description: 'token of the project on the second target (default: the token of the first)',
  },
  {
    name: 'baseline',
    kind: 'text',
    argument: 'file',
    env: 'ECS_METADATA_BASELINE',
    group: 'comparison',
    commands: ['run', 'merge'],
    fixedBy: { certify: theEdition, against: theComparison },
    description:
      'known failures, YAML or JSON: a list of clause, reason, owner (a URL) and expires; the run fails for any other failure, for an expired entry, and for an entry that no longer fails',
  },
] as const satisfies readonly SettingDefinition[];
