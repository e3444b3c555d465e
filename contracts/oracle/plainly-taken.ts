import type { Route } from '../http/route';
import { type Metadata, sameMetadata } from '../metadata';
import { type Known, ordinaryKey, type PlainlyTaken, type State } from './state';

/** So many are remembered: the suite sets the stage with the same few maps again and again. */
const remembered = 16;

/** The same state after a request without any peculiarity was taken. */
export function rememberTaken(state: State, { version }: Route, known: Known, map: Metadata): State {
  const key = ordinaryKey(version, known);
  const others = state.plainlyTaken.filter((taken) => !isSame(taken, key, map));
  return { ...state, plainlyTaken: [{ key, map }, ...others].slice(0, remembered) };
}

/** Whether the same request was taken before, under this version and in this vm_state. */
export function wasTaken({ servers, plainlyTaken }: State, { serverId, version }: Route, map: Metadata): boolean {
  const known = servers.get(serverId);
  if (known === undefined) return false;
  const key = ordinaryKey(version, known);
  return plainlyTaken.some((taken) => isSame(taken, key, map));
}

function isSame(taken: PlainlyTaken, key: string, map: Metadata): boolean {
  return taken.key === key && sameMetadata(taken.map, map);
}
