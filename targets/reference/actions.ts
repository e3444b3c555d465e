import type { VmState } from '../../contracts/vm-states';
import type { Behaviour, Context } from './behaviour';
import { badRequest, conflict } from './fault';
import type { Outgoing } from './http-message';
import { json, text } from './http-message';

type Change = { readonly from: readonly VmState[]; readonly to: VmState };

const change = (from: VmState | readonly VmState[], to: VmState): Change => ({
  from: typeof from === 'string' ? [from] : from,
  to,
});

/** Nova's server actions that change the vm_state. */
const changes: Readonly<Record<string, Change>> = {
  'os-stop': change(['active', 'rescued'], 'stopped'),
  'os-start': change('stopped', 'active'),
  pause: change('active', 'paused'),
  unpause: change('paused', 'active'),
  suspend: change('active', 'suspended'),
  resume: change('suspended', 'active'),
  shelve: change(['active', 'stopped', 'paused', 'suspended'], 'shelved'),
  shelveOffload: change('shelved', 'shelved_offloaded'),
  unshelve: change(['shelved', 'shelved_offloaded'], 'active'),
  rescue: change(['active', 'stopped', 'error'], 'rescued'),
  unrescue: change('rescued', 'active'),
  resize: change(['active', 'stopped'], 'resized'),
  confirmResize: change('resized', 'active'),
  revertResize: change('resized', 'active'),
};

export const changeVmState: Behaviour['changeVmState'] = (server, to) => {
  server.vmState = to;
};

/** POST …/action: the change is done at once, and answered as Nova answers one that will be. */
export function act(body: unknown, { behaviour, server, world }: Context): Outgoing {
  const [name, parameters] = Object.entries((body ?? {}) as Record<string, unknown>)[0] ?? [''];
  if (name === 'lock' || name === 'unlock') {
    server.locked = name === 'lock';
    return text(202, '');
  }
  if (server.locked) throw conflict(`Instance ${server.id} is locked`);
  if (name === 'os-resetState') {
    const { state } = (parameters ?? {}) as { state?: unknown };
    if (state !== 'error' && state !== 'active') throw badRequest('Invalid input for field/attribute state');
    behaviour.changeVmState(server, state, world);
    return text(202, '');
  }
  const known = Object.hasOwn(changes, name) ? changes[name] : undefined;
  if (known === undefined) throw badRequest(`There is no such action: ${name}`);
  if (!known.from.includes(server.vmState)) {
    throw conflict(`Cannot '${name}' instance ${server.id} while it is in vm_state ${server.vmState}`);
  }
  behaviour.changeVmState(server, known.to, world);
  return name === 'rescue' ? json(200, { adminPass: 'none' }) : text(202, '');
}
