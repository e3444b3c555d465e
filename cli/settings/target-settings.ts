import type { SettingDefinition } from './setting';

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
] as const satisfies readonly SettingDefinition[];

/** How servers are brought into a vm_state. */
export const vmStateSettings = [
  {
    name: 'vmState',
    kind: 'list',
    argument: 'state=id,…',
    env: 'ECS_METADATA_VM_STATE',
    description: 'a server that is in this vm_state already; repeatable',
  },
  {
    name: 'vmStateHook',
    kind: 'text',
    argument: 'url',
    env: 'ECS_METADATA_VM_STATE_HOOK',
    description: 'a hook of yours: POST {"server_id","vm_state"}, 204 done, 422 cannot',
  },
  {
    name: 'vmStateActions',
    kind: 'switch',
    env: 'ECS_METADATA_VM_STATE_ACTIONS',
    description: "bring servers into a vm_state by Nova's server actions (on)",
  },
  {
    name: 'resizeFlavor',
    kind: 'text',
    argument: 'id',
    env: 'ECS_METADATA_RESIZE_FLAVOR',
    description: 'another flavor, to which a server may be resized and back: the vm_state resized',
  },
  {
    name: 'vmStateTimeout',
    kind: 'seconds',
    argument: 'seconds',
    env: 'ECS_METADATA_VM_STATE_TIMEOUT',
    description: 'how long a change of the vm_state may take (120)',
  },
] as const satisfies readonly SettingDefinition[];

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
] as const satisfies readonly SettingDefinition[];

/** How the target is reached. */
export const connectionSettings = [
  {
    name: 'cacert',
    kind: 'text',
    argument: 'file',
    env: 'OS_CACERT',
    description: 'certificates (PEM) to trust beside the usual ones',
  },
  {
    name: 'clientCert',
    kind: 'text',
    argument: 'file',
    env: 'OS_CERT',
    description: 'the certificate (PEM) to show to the target and to Keystone',
  },
  {
    name: 'clientKey',
    kind: 'text',
    argument: 'file',
    env: 'OS_KEY',
    description: 'its key (PEM), where that is not in the same file',
  },
  {
    name: 'insecure',
    kind: 'switch',
    env: 'OS_INSECURE',
    description: 'take any certificate of the target and of Keystone',
  },
  {
    name: 'maxRate',
    kind: 'number',
    argument: 'number',
    env: 'ECS_METADATA_MAX_RATE',
    description: 'send at most so many requests a second',
  },
  {
    name: 'timeout',
    kind: 'seconds',
    argument: 'seconds',
    env: 'ECS_METADATA_TIMEOUT',
    description: 'how long to wait for one answer (30)',
  },
] as const satisfies readonly SettingDefinition[];
