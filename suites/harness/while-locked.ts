import type { Server } from '../../targets/api';
import type { Tools } from './tools';

/** Does something to a server while it is locked, and unlocks it whatever happens. */
export async function whileLocked(tools: Tools, server: Server, work: () => Promise<void>): Promise<void> {
  const { act, notTested, unlock } = tools;
  let reason: string | undefined;
  try {
    const { status } = await act(server, 'lock');
    if (status >= 300) notTested(`the target does not lock a server on request (status ${status})`);
    await work();
  } finally {
    reason = await unlock(server);
  }
  if (reason !== undefined) notTested(`the server may still be locked: ${reason}`);
}
