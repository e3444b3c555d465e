import { isVmState, type VmState } from '../../contracts/vm-states';
import type { Behaviour, Context } from './behaviour';
import { badRequest, conflict, type IncomingRequest, jsonResponse, type OutgoingResponse, textResponse } from './http';
import type { Store } from './store';

type VmStateChange = { readonly from: readonly VmState[]; readonly to: VmState };

const vmStateChange = (from: VmState | readonly VmState[], to: VmState): VmStateChange => ({
  from: typeof from === 'string' ? [from] : from,
  to,
});

/** The server actions of Nova that change the vm_state. */
const actions: Readonly<Record<string, VmStateChange>> = {
  'os-stop': vmStateChange(['active', 'rescued'], 'stopped'),
  'os-start': vmStateChange('stopped', 'active'),
  pause: vmStateChange('active', 'paused'),
  unpause: vmStateChange('paused', 'active'),
  suspend: vmStateChange('active', 'suspended'),
  resume: vmStateChange('suspended', 'active'),
  shelve: vmStateChange(['active', 'stopped', 'paused', 'suspended'], 'shelved'),
  shelveOffload: vmStateChange('shelved', 'shelved_offloaded'),
  unshelve: vmStateChange(['shelved', 'shelved_offloaded'], 'active'),
  rescue: vmStateChange(['active', 'stopped', 'error'], 'rescued'),
  unrescue: vmStateChange('rescued', 'active'),
  resize: vmStateChange(['active', 'stopped'], 'resized'),
  confirmResize: vmStateChange('resized', 'active'),
  revertResize: vmStateChange('resized', 'active'),
};

export const changeVmState: Behaviour['changeVmState'] = (server, to) => {
  server.vmState = to;
};

/** POST …/action: changes the state at once, but responds 202, as Nova does for a change that is still to come. */
export function serverAction(body: unknown, { behaviour, server, store }: Context): OutgoingResponse {
  const [name, parameters] = Object.entries((body ?? {}) as Record<string, unknown>)[0] ?? [''];
  if (name === 'lock' || name === 'unlock') {
    server.locked = name === 'lock';
    return textResponse(202, '');
  }
  if (server.locked) throw conflict(`Instance ${server.id} is locked`);
  if (name === 'os-resetState') {
    const { state } = (parameters ?? {}) as { state?: unknown };
    if (state !== 'error' && state !== 'active') throw badRequest('Invalid input for field/attribute state');
    behaviour.changeVmState(server, state, store);
    return textResponse(202, '');
  }
  const known = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (known === undefined) throw badRequest(`There is no such action: ${name}`);
  if (!known.from.includes(server.vmState)) {
    throw conflict(`Cannot '${name}' instance ${server.id} while it is in vm_state ${server.vmState}`);
  }
  behaviour.changeVmState(server, known.to, store);
  return name === 'rescue' ? jsonResponse(200, { adminPass: 'none' }) : textResponse(202, '');
}

export const hookPath = '/vm-state-hook';

/** The vm_state hook of the endpoint: brings any server into any state. */
export function vmStateHook(request: IncomingRequest, store: Store, behaviour: Behaviour): OutgoingResponse {
  let body: { server_id?: unknown; vm_state?: unknown };
  try {
    body = JSON.parse(request.body.toString('utf8'));
  } catch {
    return textResponse(400, 'POST {"server_id": "…", "vm_state": "…"}\n');
  }
  const server = store.servers.get(String(body.server_id));
  if (server === undefined || !isVmState(body.vm_state))
    return textResponse(422, 'no such server, or no such vm_state\n');
  behaviour.changeVmState(server, body.vm_state, store);
  return { status: 204, headers: {}, body: '' };
}
