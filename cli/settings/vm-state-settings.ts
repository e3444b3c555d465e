import type { Setting } from './setting';

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
] as const satisfies readonly Setting[];
