import type { VmStateOptions } from '../http/target';
import type { MetadataApi } from '../metadata-api';
import { ActionTimeouts, waitUntilIdle } from '../vm-states/action-timeouts';
import { createDrivers } from '../vm-states/drivers';
import type { ServerSnapshot } from './server-snapshot';

/**
 * Brings a server back into the vm_state in which the user named it. A run that was cut short may have left a change
 * under way that nobody saw: the server is looked at first, and waited for.
 *
 * Gives the reason where it cannot.
 *
 * @param effects what the server actions of the run were seen to do.
 */
export async function restoreVmState(
  { server, version, vmState: home }: ServerSnapshot,
  api: MetadataApi,
  options: VmStateOptions,
  effects = new ActionTimeouts(),
): Promise<string | undefined> {
  // The suite changes the vm_state of no server but those that were named as active.
  if (home !== 'active') return undefined;
  const before = await waitUntilIdle(server, version, api, options.timeout, effects);
  if (before?.vmState === home) return undefined;
  let reason: string | undefined = `it is ${before?.vmState ?? 'in an unknown vm_state'}, and no way back was given`;
  for (const way of createDrivers(options, api, version, effects, true)) {
    reason = await way.setVmState(server, before?.vmState, home);
    if (reason === undefined) break;
  }
  // A target that does not show the vm_state is taken at the user's word.
  if (reason !== undefined) return before !== undefined && before.vmState === undefined ? undefined : reason;
  const after = await waitUntilIdle(server, version, api, options.timeout, effects);
  if (after?.vmState === undefined || after.vmState === home) return undefined;
  return `it is ${after.vmState} now`;
}
