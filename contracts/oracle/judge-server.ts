import type { Exchange } from '../http/exchange';
import { parseServer, type ServerResource } from '../http/parse-response';
import type { Route } from '../http/route';
import { sameMetadata } from '../metadata';
import { broken, type Finding, kept } from './finding';
import { isElsewhere } from './is-elsewhere';
import { leftUnasked } from './left-unasked';
import { show } from './show';
import { explainedByStale } from './stale';
import { certain, type Known, type State } from './state';
import { stateClauses } from './state-clauses';

/** Judges what the server resource shows: the map, once that itself has been seen, the vm_state and `updated`. */
export function judgeServer(state: State, exchange: Exchange, route: Route): Finding[] {
  const known = state.servers.get(route.serverId);
  const shown = parseServer(exchange.response);
  if (known === undefined || shown === undefined) return [];
  const findings: Finding[] = [...judgeVmState(known, exchange, shown), ...judgeUpdated(known, shown.updated)];
  const view = known.views[route.version];
  const stored = certain(view);
  if (shown.metadata === undefined || stored === undefined || !view.events.every(isElsewhere)) return findings;
  if (sameMetadata(stored, shown.metadata)) return [...findings, kept('REPLACE-08')];
  // Whether a replace of another server has changed the map itself is not seen yet.
  if (view.events.length > 0) return findings;
  // It shows what was set, and GET of the metadata something else: that is not the server resource's fault.
  if (known.accepted !== undefined && sameMetadata(known.accepted, shown.metadata)) return findings;
  const different = broken(['REPLACE-08'], show(stored), show(shown.metadata));
  return [...findings, ...explainedByStale(different, known.past, [stored], shown.metadata)];
}

/** A replace is about metadata alone: it brings no server out of its vm_state, time after time. */
function judgeVmState(known: Known, exchange: Exchange, { vmState: seen }: ServerResource): Finding[] {
  const left = leftUnasked(known, exchange);
  if (left === undefined || !known.unasked.includes(left)) return [];
  return broken([stateClauses[left]], `vm_state ${left}, as before the request`, `vm_state ${seen}`);
}

/** `updated` counts seconds: only a replace a full second later must move it. */
function judgeUpdated({ updated }: Known, now: string | undefined): Finding[] {
  if (updated?.replacedAt === undefined || now === undefined || updated.replacedAt - updated.at < 1_000) return [];
  if (now !== updated.value) return [kept('REPLACE-09')];
  return broken(['REPLACE-09'], `later than ${updated.value}`, now);
}
