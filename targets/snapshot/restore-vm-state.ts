import type { VmStateOptions } from '../http/target';
import type { MetadataApi } from '../metadata-api';
import { ActionTimeouts, waitUntilIdle } from '../vm-states/action-timeouts';
import { createDrivers } from '../vm-states/drivers';
import type { ServerSnapshot } from './server-snapshot';

/**
 * Brings a server back into its vm_state before the run. It first waits until no task is running: an interrupted run may
 * have started one.
 *
 * Returns undefined after success, else the reason.
 *
 * @param effects shared by all servers of a run.
 */
export async function restoreVmState(
  { server, version, vmState: initial }: ServerSnapshot,
  api: MetadataApi,
  options: VmStateOptions,
  effects = new ActionTimeouts(),
): Promise<string | undefined> {
  // The suite changes the vm_state only of servers that were named as active.
  if (initial !== 'active') return undefined;
  const before = await waitUntilIdle(server, version, api, options.timeout, effects);
  if (before?.vmState === initial) return undefined;
  const state = before?.vmState ?? 'in an unknown vm_state';
  let reason: string | undefined = `the server is ${state}, and neither server actions nor a hook are enabled`;
  for (const driver of createDrivers(options, api, version, effects, true)) {
    reason = await driver.setVmState(server, before?.vmState, initial);
    if (reason === undefined) break;
  }
  // If the target does not show the vm_state, the server counts as active, as the user said.
  if (reason !== undefined) return before !== undefined && before.vmState === undefined ? undefined : reason;
  const after = await waitUntilIdle(server, version, api, options.timeout, effects);
  if (after?.vmState === undefined || after.vmState === initial) return undefined;
  return `the server is now ${after.vmState}`;
}
