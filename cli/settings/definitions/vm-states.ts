import { everyCommand, type SettingDefinition, targetCommands } from '../setting';

/** How servers get into a vm_state. */
export const vmStateSettings = [
  {
    name: 'vmState',
    kind: 'list',
    argument: 'state=id,…',
    env: 'ECS_METADATA_VM_STATE',
    group: 'vm_states',
    commands: targetCommands,
    embeddedHasOwn: true,
    description: 'server that is in this vm_state already, such as error=ID; repeatable',
  },
  {
    name: 'vmStateHook',
    kind: 'text',
    argument: 'url',
    env: 'ECS_METADATA_VM_STATE_HOOK',
    group: 'vm_states',
    commands: everyCommand,
    embeddedHasOwn: true,
    description: 'your hook that changes a vm_state: POST {"server_id","vm_state"}; 204 for done, 422 for not possible',
  },
  {
    name: 'vmStateActions',
    kind: 'switch',
    env: 'ECS_METADATA_VM_STATE_ACTIONS',
    group: 'vm_states',
    commands: everyCommand,
    description: "change vm_states with Nova's server actions (default: on)",
    negation: "do not change vm_states with Nova's server actions",
  },
  {
    name: 'resizeFlavor',
    kind: 'text',
    argument: 'id',
    env: 'ECS_METADATA_RESIZE_FLAVOR',
    group: 'vm_states',
    commands: everyCommand,
    description: 'other flavor, for the vm_state resized: a server is resized to it and back',
  },
  {
    name: 'vmStateTimeout',
    kind: 'seconds',
    argument: 'seconds',
    env: 'ECS_METADATA_VM_STATE_TIMEOUT',
    group: 'vm_states',
    commands: everyCommand,
    description: 'longest wait for a change of the vm_state (default: 120)',
  },
] as const satisfies readonly SettingDefinition[];
