import type { Version } from '../../contracts/metadata';
import type { Api } from '../api';
import type { VmStateOptions } from '../target';
import { ActionsWay } from './actions';
import { HookWay } from './hook';
import type { VmStateWay } from './way';

/** The ways to change a vm_state that the user gave, in the order in which they are tried. */
export function waysOf(options: VmStateOptions, api: Api, version: Version): VmStateWay[] {
  const { hook, actions, timeout } = options;
  return [
    ...(hook === undefined ? [] : [new HookWay(hook, timeout)]),
    ...(actions ? [new ActionsWay(api, version, options)] : []),
  ];
}
