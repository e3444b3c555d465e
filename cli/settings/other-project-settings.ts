import type { Setting } from './setting';

/** The second project, for the clauses about access. */
export const otherProjectSettings = [
  {
    name: 'otherCloud',
    kind: 'text',
    argument: 'name',
    env: 'ECS_METADATA_OTHER_CLOUD',
    description: 'a cloud of clouds.yaml that tells the second project and its token',
  },
  {
    name: 'otherProjectId',
    kind: 'text',
    argument: 'id',
    env: 'ECS_METADATA_OTHER_PROJECT_ID',
    description: 'a second project, for the clauses about access',
  },
  {
    name: 'otherToken',
    kind: 'text',
    argument: 'token',
    env: 'ECS_METADATA_OTHER_TOKEN',
    description: 'the token of the second project',
  },
  {
    name: 'otherServerId',
    kind: 'text',
    argument: 'id',
    env: 'ECS_METADATA_OTHER_SERVER_ID',
    description: 'an active server of the second project',
  },
] as const satisfies readonly Setting[];
