import type { Api } from '../api';
import type { Held } from '../held';
import type { VmStateOptions } from '../target';
import { ActionEffects } from './action-effects';
import { atRest } from './at-rest';
import { waysOf } from './ways-of';

/**
 * Brings a server back into the vm_state in which the user named it. A run that was cut short may have left a change
 * under way that nobody saw: the server is looked at first, and waited for.
 *
 * Gives the reason where it cannot.
 *
 * @param effects what the server actions of the run were seen to do.
 */
export async function bringHome(
  { server, version, vmState: home }: Held,
  api: Api,
  options: VmStateOptions,
  effects = new ActionEffects(),
): Promise<string | undefined> {
  // The suite changes the vm_state of no server but those that were named as active.
  if (home !== 'active') return undefined;
  const before = await atRest(server, version, api, options.timeout, effects);
  if (before?.vmState === home) return undefined;
  let reason: string | undefined = `it is ${before?.vmState ?? 'in an unknown vm_state'}, and no way back was given`;
  for (const way of waysOf(options, api, version, effects, true)) {
    reason = await way.bring(server, before?.vmState, home);
    if (reason === undefined) break;
  }
  // A target that does not show the vm_state is taken at the user's word.
  if (reason !== undefined) return before !== undefined && before.vmState === undefined ? undefined : reason;
  const after = await atRest(server, version, api, options.timeout, effects);
  if (after?.vmState === undefined || after.vmState === home) return undefined;
  return `it is ${after.vmState} now`;
}
