import type { Version } from '../../contracts/metadata';
import type { VmStateOptions } from '../http/target';
import type { MetadataApi } from '../metadata-api';
import type { ActionTimeouts } from './action-timeouts';
import type { VmStateDriver } from './driver';
import { HookDriver } from './hook-driver';
import { ServerActionsDriver } from './server-actions-driver';

/**
 * The drivers that the user enabled, in the order of their use.
 *
 * @param effects shared by all servers of a run.
 * @param isPatient waits longer for server actions than a check would.
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
