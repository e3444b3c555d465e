import { vmStateClauses } from '../../clauses/vm-state-clauses';
import type { Exchange } from '../../http/exchange';
import { parseServer, type ServerResource } from '../../http/parse-response';
import type { Route } from '../../http/route';
import { sameMetadata } from '../../metadata';
import { formatMap } from '../../text/format-map';
import type { VmState } from '../../vm-states';
import { explainByStaleRead } from '../attribution/stale-read';
import { type Finding, satisfied, violated } from '../finding';
import { isIsolationEvent } from '../isolation';
import { knownMap, type ServerModel, type TargetModel } from '../model';

/** Judges what the server resource shows: the map, once that itself has been seen, the vm_state and `updated`. */
export function judgeServer(state: TargetModel, exchange: Exchange, route: Route): Finding[] {
  const known = state.servers.get(route.serverId);
  const shown = parseServer(exchange.response);
  if (known === undefined || shown === undefined) return [];
  const findings: Finding[] = [...judgeVmState(known, exchange, shown), ...judgeUpdated(known, shown.updated)];
  const view = known.views[route.version];
  const stored = knownMap(view);
  if (shown.metadata === undefined || stored === undefined || !view.events.every(isIsolationEvent)) return findings;
  if (sameMetadata(stored, shown.metadata)) return [...findings, satisfied('REPLACE-08')];
  // Whether a replace of another server has changed the map itself is not seen yet.
  if (view.events.length > 0) return findings;
  // It shows what was set, and GET of the metadata something else: that is not the server resource's fault.
  if (known.accepted !== undefined && sameMetadata(known.accepted, shown.metadata)) return findings;
  const different = violated(['REPLACE-08'], formatMap(stored), formatMap(shown.metadata));
  return [...findings, ...explainByStaleRead(different, known.earlierMaps, [stored], shown.metadata)];
}

/** A replace is about metadata alone: it brings no server out of its vm_state, time after time. */
function judgeVmState(known: ServerModel, exchange: Exchange, { vmState: seen }: ServerResource): Finding[] {
  const left = unrequestedStateChange(known, exchange);
  if (left === undefined || !known.unrequestedStateChanges.includes(left)) return [];
  return violated([vmStateClauses[left]], `vm_state ${left}, as before the request`, `vm_state ${seen}`);
}

/** `updated` counts seconds: only a replace a full second later must move it. */
function judgeUpdated({ updated }: ServerModel, now: string | undefined): Finding[] {
  if (updated?.replacedAt === undefined || now === undefined || updated.replacedAt - updated.at < 1_000) return [];
  if (now !== updated.value) return [satisfied('REPLACE-09')];
  return violated(['REPLACE-09'], `later than ${updated.value}`, now);
}

/** Out of any other state a server may come by itself: what is built becomes active, what is shelved is offloaded. */
const stableVmStates: readonly VmState[] = [
  'active',
  'stopped',
  'paused',
  'suspended',
  'rescued',
  'error',
  'shelved_offloaded',
];

/**
 * The vm_state that a server is seen to have left although nothing but replaces was asked of it since it was seen there.
 * A way into a vm_state that leaves no trace, as a hook of the user's, ends with a look of the stage's own.
 */
export function unrequestedStateChange(
  { vmState, replaceSince }: ServerModel,
  exchange: Exchange,
): VmState | undefined {
  const seen = parseServer(exchange.response)?.vmState;
  if (exchange.aside || !replaceSince || seen === undefined || seen === vmState) return undefined;
  return stableVmStates.find((state) => state === vmState);
}
