import { isPassedOver } from '../doubtful';
import { type Exchange, jsonOf } from '../exchange';
import { isTaken, isTrouble } from '../status';
import { callerOf } from '../tokens';
import { disturb } from './disturb';
import type { Known } from './state';

/** An action may change the vm_state at any moment from now on: it is unknown until it is looked at. */
export function afterAction(known: Known, exchange: Exchange): Known {
  const { status } = exchange.response;
  // An action that went wrong on the way may have been taken all the same.
  if (isPassedOver(exchange) || isTrouble(status))
    return disturb({ ...known, vmState: undefined, isChanging: true }, 'STATE-13');
  if (callerOf(exchange.request.headers['x-auth-token']) === 'none' || !isTaken(status)) return known;
  const action = Object.keys((jsonOf(exchange.request.body) as object | undefined) ?? {})[0];
  if (action === 'lock') return { ...known, locked: true };
  if (action === 'unlock') return { ...known, locked: false };
  return disturb({ ...known, vmState: undefined, isChanging: true }, 'STATE-13');
}
