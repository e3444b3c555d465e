/** How the text of a flag, a variable or a member of the config file is read. */
export type SettingKind = 'text' | 'list' | 'switch' | 'seconds' | 'number' | 'count' | 'whole';

export interface Setting {
  /** The member of the config file; the flag is the same in kebab case. */
  readonly name: string;
  readonly kind: SettingKind;
  readonly argument?: string;
  readonly env: string;
  readonly description: string;
}

/** Every setting of `run`. Flag, environment and file, help and docs are all made from this list. */
export const settings = [
  {
    name: 'target',
    kind: 'text',
    argument: 'url',
    env: 'ECS_METADATA_TARGET',
    description: 'what stands before /v2 and /v2.1; without it the embedded endpoint is examined',
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
    name: 'profile',
    kind: 'text',
    argument: 'name',
    env: 'ECS_METADATA_PROFILE',
    description: 'ecs (the page, the default), nova (OpenStack), or a JSON file',
  },
  {
    name: 'effort',
    kind: 'text',
    argument: 'name',
    env: 'ECS_METADATA_EFFORT',
    description: 'how far generated inputs go beyond the enumerated cases: quick, standard (the default), thorough',
  },
  {
    name: 'seed',
    kind: 'whole',
    argument: 'number',
    env: 'ECS_METADATA_SEED',
    description: 'generate the same inputs as the run that named this seed; else a new one is drawn',
  },
  {
    name: 'replay',
    kind: 'text',
    argument: 'clause:seed:path',
    env: 'ECS_METADATA_REPLAY',
    description: 'nothing but this counterexample, as a report names it',
  },
  {
    name: 'strict',
    kind: 'switch',
    env: 'ECS_METADATA_STRICT',
    description: 'a failed SHOULD fails the run',
  },
  {
    name: 'waive',
    kind: 'list',
    argument: 'what,…',
    env: 'ECS_METADATA_WAIVE',
    description: 'accept that these are not tested: clause ids, vm-states, access, isolation, quota',
  },
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
  {
    name: 'out',
    kind: 'text',
    argument: 'dir',
    env: 'ECS_METADATA_OUT',
    description: 'where the reports go (conformance-report)',
  },
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
  {
    name: 'quota',
    kind: 'count',
    argument: 'pairs',
    env: 'ECS_METADATA_QUOTA',
    description: 'pairs that a server may have, -1 for no limit; else the target is asked, else 128',
  },
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
] as const satisfies readonly Setting[];

export type SettingName = (typeof settings)[number]['name'];

type Value<Kind extends SettingKind> = Kind extends 'list'
  ? readonly string[]
  : Kind extends 'switch'
    ? boolean
    : Kind extends 'seconds' | 'number' | 'count' | 'whole'
      ? number
      : string;

/** What the user gave, from wherever it came. */
export type Given = {
  readonly [Each in (typeof settings)[number] as Each['name']]?: Value<Each['kind']> | undefined;
};

export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
