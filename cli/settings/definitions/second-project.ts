import { everyCommand, type SettingDefinition, targetCommands } from '../setting';

/** The second project, for the clauses about access. */
export const secondProjectSettings = [
  {
    name: 'otherCloud',
    kind: 'text',
    argument: 'name',
    env: 'ECS_METADATA_OTHER_CLOUD',
    group: 'second project',
    commands: everyCommand,
    embeddedHasOwn: true,
    description: 'cloud of clouds.yaml that gives the second project and its token',
  },
  {
    name: 'otherProjectId',
    kind: 'text',
    argument: 'id',
    env: 'ECS_METADATA_OTHER_PROJECT_ID',
    group: 'second project',
    commands: targetCommands,
    embeddedHasOwn: true,
    description: 'second project, for the clauses about access',
  },
  {
    name: 'otherToken',
    kind: 'text',
    argument: 'token',
    env: 'ECS_METADATA_OTHER_TOKEN',
    group: 'second project',
    commands: everyCommand,
    embeddedHasOwn: true,
    description: 'token of the second project',
  },
  {
    name: 'otherServerId',
    kind: 'text',
    argument: 'id',
    env: 'ECS_METADATA_OTHER_SERVER_ID',
    group: 'second project',
    commands: targetCommands,
    embeddedHasOwn: true,
    description: 'active server of the second project',
  },
] as const satisfies readonly SettingDefinition[];
