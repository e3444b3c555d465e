import { type Exchange, jsonOf } from '../http/exchange';
import { isInconclusive } from '../http/inconclusive';
import { callerOf } from '../http/placeholders';
import { isIndeterminate, isSuccess } from '../http/status';
import { disturb } from './disturb';
import type { Known } from './state';

/** An action may change the vm_state at any moment from now on: it is unknown until it is looked at. */
export function afterAction(known: Known, exchange: Exchange): Known {
  const { status } = exchange.response;
  const action = Object.keys((jsonOf(exchange.request.body) as object | undefined) ?? {})[0];
  const isOfLock = action === 'lock' || action === 'unlock';
  // An action without a clear answer may have been carried out all the same.
  if (isInconclusive(exchange) || isIndeterminate(status))
    return isOfLock ? unclearLock(known, action === 'lock') : moved(known);
  if (callerOf(exchange.request.headers['x-auth-token']) === 'none') return known;
  // The server may still be locked: later requests show whether it is.
  if (!isSuccess(status)) return action === 'unlock' ? unclearLock(known, false) : known;
  return isOfLock ? { ...known, locked: action === 'lock' } : moved(known);
}

/** The lock is unknown, unless the server was already as the request wants it. */
function unclearLock(known: Known, wanted: boolean): Known {
  const isUnchanged = known.locked === wanted || (!wanted && known.locked === 'unnoticed');
  return isUnchanged ? known : { ...known, locked: 'unknown' };
}

function moved(known: Known): Known {
  return disturb({ ...known, vmState: undefined, isChanging: true }, 'STATE-13');
}
