import type { Version } from '../../contracts/metadata';
import type { VmStateOptions } from '../http/target';
import type { MetadataApi } from '../metadata-api';
import type { ActionTimeouts } from './action-timeouts';
import type { VmStateDriver } from './driver';
import { HookDriver } from './hook-driver';
import { ServerActionsDriver } from './server-actions-driver';

/**
 * The ways to change a vm_state that the user gave, in the order in which they are tried.
 *
 * @param effects what the server actions of the run were seen to do.
 * @param isPatient whether to wait longer than for a check.
 */
export function createDrivers(
  options: VmStateOptions,
  api: MetadataApi,
  version: Version,
  effects: ActionTimeouts,
  isPatient = false,
): VmStateDriver[] {
  const { hook, actions, timeout } = options;
  return [
    ...(hook === undefined ? [] : [new HookDriver(hook, timeout, api.network)]),
    ...(actions ? [new ServerActionsDriver(api, version, options, effects, isPatient)] : []),
  ];
}
