import type { Version } from '../../contracts/metadata';
import type { Api } from '../api';
import type { VmStateOptions } from '../target';
import type { ActionEffects } from './action-effects';
import { ActionsWay } from './actions';
import { HookWay } from './hook';
import type { VmStateWay } from './way';

/**
 * The ways to change a vm_state that the user gave, in the order in which they are tried.
 *
 * @param effects what the server actions of the run were seen to do.
 * @param isPatient whether to wait longer than for a check.
 */
export function waysOf(
  options: VmStateOptions,
  api: Api,
  version: Version,
  effects: ActionEffects,
  isPatient = false,
): VmStateWay[] {
  const { hook, actions, timeout } = options;
  return [
    ...(hook === undefined ? [] : [new HookWay(hook, timeout, api.network)]),
    ...(actions ? [new ActionsWay(api, version, options, effects, isPatient)] : []),
  ];
}
