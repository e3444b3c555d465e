import { vmStateClauses } from '../../clauses/vm-state-clauses';
import { type Exchange, jsonOf } from '../../http/exchange';
import { isInconclusive } from '../../http/inconclusive';
import { parseServer } from '../../http/parse-response';
import { callerOf } from '../../http/placeholders';
import { isIndeterminate, isSuccess } from '../../http/status';
import { acceptsMetadata, type VmState } from '../../vm-states';
import { expectUnchanged } from '../isolation';
import { unrequestedStateChange } from '../judge/judge-server';
import { mapViews, type ServerModel } from '../model';

/** The model of a server after GET of the server resource. */
export function afterServerRead(known: ServerModel, exchange: Exchange): ServerModel {
  const seen = parseServer(exchange.response);
  if (seen === undefined) return known;
  const updated = seen.updated === undefined ? undefined : { value: seen.updated, at: exchange.at };
  const differs = known.vmState !== undefined && seen.vmState !== known.vmState;
  const changed = seen.vmState !== undefined && (differs || known.isChanging);
  const left = unrequestedStateChange(known, exchange);
  const unrequestedStateChanges =
    left === undefined ? known.unrequestedStateChanges : [...known.unrequestedStateChanges, left];
  const looked = {
    ...known,
    vmState: seen.vmState ?? known.vmState,
    isChanging: false,
    replaceSince: false,
    unrequestedStateChanges,
    updated,
  };
  if (!changed) return looked;
  // It is not known yet whether the metadata can be read in the new vm_state.
  const unread = mapViews(looked, (view) => ({ ...view, failedReads: undefined }));
  return expectUnchanged(
    known.isChanging && seen.vmState !== undefined ? withStateOnArrival(unread, seen.vmState) : unread,
    'STATE-13',
  );
}

/** A replace that was accepted during the change may have arrived in the new vm_state. */
function withStateOnArrival(known: ServerModel, vmState: VmState): ServerModel {
  if (!acceptsMetadata(vmState)) return known;
  const stateOnArrival = vmStateClauses[vmState];
  return mapViews(known, (view) => ({
    ...view,
    events: view.events.map((event) => (event.kind === 'replaced' ? { ...event, stateOnArrival } : event)),
  }));
}

/** After an action the vm_state may change at any moment. It is unknown until the next read. */
export function afterServerAction(known: ServerModel, exchange: Exchange): ServerModel {
  const { status } = exchange.response;
  const action = Object.keys((jsonOf(exchange.request.body) as object | undefined) ?? {})[0];
  const isOfLock = action === 'lock' || action === 'unlock';
  // An action without a clear response may have taken effect.
  if (isInconclusive(exchange) || isIndeterminate(status))
    return isOfLock ? withUncertainLock(known, action === 'lock') : withChangingVmState(known);
  if (callerOf(exchange.request.headers['x-auth-token']) === 'none') return known;
  // The server may still be locked: later requests show whether it is.
  if (!isSuccess(status)) return action === 'unlock' ? withUncertainLock(known, false) : known;
  return isOfLock ? { ...known, locked: action === 'lock' } : withChangingVmState(known);
}

/** The lock is unknown, unless the server already was in the requested state. */
function withUncertainLock(known: ServerModel, wanted: boolean): ServerModel {
  const isUnchanged = known.locked === wanted || (!wanted && known.locked === 'unnoticed');
  return isUnchanged ? known : { ...known, locked: 'unknown' };
}

function withChangingVmState(known: ServerModel): ServerModel {
  return expectUnchanged({ ...known, vmState: undefined, isChanging: true }, 'STATE-13');
}
