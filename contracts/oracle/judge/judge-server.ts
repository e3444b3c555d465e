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
import type { ServerModel, TargetModel } from '../model';
import { knownMap } from '../version-view';

/** Judges the server resource: its vm_state, its `updated`, and its map once a GET of the metadata showed the map. */
export function judgeServer(state: TargetModel, exchange: Exchange, route: Route): Finding[] {
  const known = state.servers.get(route.serverId);
  const shown = parseServer(exchange.response);
  if (known === undefined || shown === undefined) return [];
  const findings: Finding[] = [...judgeVmState(known, exchange, shown), ...judgeUpdated(known, shown.updated)];
  const view = known.views[route.version];
  const stored = knownMap(view);
  if (shown.metadata === undefined || stored === undefined || !view.events.every(isIsolationEvent)) return findings;
  if (sameMetadata(stored, shown.metadata)) return [...findings, satisfied('REPLACE-08')];
  // A replace of another server may have changed the stored map. Only a GET of the metadata shows that.
  if (view.events.length > 0) return findings;
  // It shows the map sent, and GET of the metadata another one: the server resource is right.
  if (known.accepted !== undefined && sameMetadata(known.accepted, shown.metadata)) return findings;
  const different = violated(['REPLACE-08'], formatMap(stored), formatMap(shown.metadata));
  return [...findings, ...explainByStaleRead(different, known.earlierMaps, [stored], shown.metadata)];
}

/** A replace must not change the vm_state. One change may come from another client, two do not. */
function judgeVmState(known: ServerModel, exchange: Exchange, { vmState: seen }: ServerResource): Finding[] {
  const left = unrequestedStateChange(known, exchange);
  if (left === undefined || !known.unrequestedStateChanges.includes(left)) return [];
  return violated([vmStateClauses[left]], `vm_state ${left}, as before the request`, `vm_state ${seen}`);
}

/** `updated` counts seconds: only a replace a full second later must change it. */
function judgeUpdated({ updated }: ServerModel, now: string | undefined): Finding[] {
  if (updated?.replacedAt === undefined || now === undefined || updated.replacedAt - updated.at < 1_000) return [];
  if (now !== updated.value) return [satisfied('REPLACE-09')];
  return violated(['REPLACE-09'], `later than ${updated.value}`, now);
}

/**
 * A server does not leave these by itself. It does leave others: building for active, shelved for shelved_offloaded.
 */
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
 * The vm_state that a server left although the run sent only replaces since the last read of it. A user's hook that
 * changes the vm_state leaves no exchange, but the fixtures read the server after it.
 */
export function unrequestedStateChange(
  { vmState, replaceSince }: ServerModel,
  exchange: Exchange,
): VmState | undefined {
  const seen = parseServer(exchange.response)?.vmState;
  if (exchange.aside || !replaceSince || seen === undefined || seen === vmState) return undefined;
  return stableVmStates.find((state) => state === vmState);
}
