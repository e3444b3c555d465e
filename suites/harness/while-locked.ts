import { isIndeterminate } from '../../contracts/http/status';
import type { Server } from '../../targets/metadata-api';
import type { Tools } from './tools';

/** Does something to a server while it is locked, and unlocks it whatever happens. */
export async function whileLocked(tools: Tools, server: Server, work: () => Promise<void>): Promise<void> {
  const { act, lacks, needs, notTested, unlock } = tools;
  needs('lock');
  let reason: string | undefined;
  try {
    const { status } = await act(server, 'lock');
    if (isRefused(status)) lacks('lock', `the server action lock is answered with status ${status}`);
    if (status >= 300) notTested(`the target does not lock a server on request (status ${status})`);
    await work();
  } finally {
    reason = await unlock(server);
  }
  if (reason !== undefined) notTested(`the server may still be locked: ${reason}`);
}

/** A token that is no longer accepted says nothing of the action, nor does a target that is busy. */
function isRefused(status: number): boolean {
  return status >= 400 && status < 500 && status !== 401 && !isIndeterminate(status);
}
