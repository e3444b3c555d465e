import { isIndeterminate, isSuccess } from '../../contracts/http/status';
import type { Version } from '../../contracts/metadata';
import { TargetUnavailableError } from '../errors';
import type { MetadataApi, Server } from '../metadata-api';

/** Attempts, and the base of the pauses between them in milliseconds. Each pause is twice as long as the one before. */
const attempts = { count: 3, pause: 250 };

/** Unlocks a server. Returns undefined after success, else the reason of the failure. */
export async function unlockServer(server: Server, version: Version, api: MetadataApi): Promise<string | undefined> {
  let reason = '';
  for (let time = 0; time < attempts.count; time += 1) {
    if (time > 0) await api.network.clock.sleep(attempts.pause * 2 ** time);
    const status = await statusOf(server, version, api);
    if (typeof status === 'number' && isSuccess(status)) return undefined;
    reason = typeof status === 'number' ? `unlock was answered with status ${status}` : status;
    // A task on the server may prevent the unlock for a moment.
    const isTemporary = typeof status === 'string' || status === 409 || isIndeterminate(status);
    if (!isTemporary) break;
  }
  return reason;
}

async function statusOf(server: Server, version: Version, api: MetadataApi): Promise<number | string> {
  try {
    return (await api.serverAction(server, version, 'unlock', null)).status;
  } catch (error) {
    if (error instanceof TargetUnavailableError) return error.message;
    throw error;
  }
}
