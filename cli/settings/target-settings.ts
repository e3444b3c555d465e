import type { Setting } from './setting';

/** Who is examined: the target, the project, its servers, and the token. */
export const targetSettings = [
  {
    name: 'target',
    kind: 'text',
    argument: 'url',
    env: 'ECS_METADATA_TARGET',
    description: 'what stands before /v2 and /v2.1; embedded, which is the default, is the embedded endpoint',
  },
  {
    name: 'osCloud',
    kind: 'text',
    argument: 'name',
    env: 'OS_CLOUD',
    description: 'a cloud of clouds.yaml: it tells the target, the project and the token',
  },
  {
    name: 'region',
    kind: 'text',
    argument: 'name',
    env: 'OS_REGION_NAME',
    description: 'the region of the compute endpoint in the catalogue of the cloud',
  },
  {
    name: 'interface',
    kind: 'text',
    argument: 'name',
    env: 'OS_INTERFACE',
    description: 'and its interface: public (the default), internal or admin',
  },
  {
    name: 'projectId',
    kind: 'text',
    argument: 'id',
    env: 'OS_PROJECT_ID',
    description: 'the project whose servers are examined',
  },
  {
    name: 'serverId',
    kind: 'list',
    argument: 'id,…',
    env: 'ECS_METADATA_SERVER_ID',
    description: 'active servers whose metadata may be replaced; it is put back at the end',
  },
  {
    name: 'createServers',
    kind: 'whole',
    argument: 'number',
    env: 'ECS_METADATA_CREATE_SERVERS',
    description: 'make so many servers for the run, and delete them at its end; needs --image and --flavor',
  },
  {
    name: 'image',
    kind: 'text',
    argument: 'id',
    env: 'ECS_METADATA_IMAGE',
    description: 'what they are made from',
  },
  { name: 'flavor', kind: 'text', argument: 'id', env: 'ECS_METADATA_FLAVOR', description: 'and of which flavor' },
  {
    name: 'network',
    kind: 'text',
    argument: 'id',
    env: 'ECS_METADATA_NETWORK',
    description: 'and on which network: an id, none or auto; else the cloud decides',
  },
  {
    name: 'yes',
    kind: 'switch',
    env: 'ECS_METADATA_YES',
    description: 'change servers that are not on this machine without asking',
  },
  { name: 'token', kind: 'text', argument: 'token', env: 'OS_TOKEN', description: 'the token of the project' },
  {
    name: 'quota',
    kind: 'count',
    argument: 'pairs',
    env: 'ECS_METADATA_QUOTA',
    description: 'pairs that a server may have, -1 for no limit; else the target is asked, else it is tried out',
  },
] as const satisfies readonly Setting[];
