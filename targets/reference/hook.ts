import { isVmState } from '../../contracts/vm-states';
import type { Behaviour } from './behaviour';
import { type Incoming, type Outgoing, text } from './http-message';
import type { World } from './world';

export const hookPath = '/vm-state-hook';

/** The endpoint's own vm_state hook: brings any server into any state. */
export function hook(request: Incoming, world: World, behaviour: Behaviour): Outgoing {
  let asked: { server_id?: unknown; vm_state?: unknown };
  try {
    asked = JSON.parse(request.body.toString('utf8'));
  } catch {
    return text(400, 'POST {"server_id": "…", "vm_state": "…"}\n');
  }
  const server = world.servers.get(String(asked.server_id));
  if (server === undefined || !isVmState(asked.vm_state)) return text(422, 'no such server, or no such vm_state\n');
  behaviour.changeVmState(server, asked.vm_state, world);
  return { status: 204, headers: {}, body: '' };
}
