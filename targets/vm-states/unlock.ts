import { isIndeterminate, isSuccess } from '../../contracts/http/status';
import type { Version } from '../../contracts/metadata';
import { TargetUnavailableError } from '../errors';
import type { MetadataApi, Server } from '../metadata-api';

/** An unlock that fails is sent so often, with pauses between that double: milliseconds. */
const patience = { times: 3, pause: 250 };

/** Unlocks a server. Gives the reason where the target does not say that it did. */
export async function unlockServer(server: Server, version: Version, api: MetadataApi): Promise<string | undefined> {
  let reason = '';
  for (let time = 0; time < patience.times; time += 1) {
    if (time > 0) await api.network.clock.sleep(patience.pause * 2 ** time);
    const status = await statusOf(server, version, api);
    if (typeof status === 'number' && isSuccess(status)) return undefined;
    reason = typeof status === 'number' ? `unlock was answered with status ${status}` : status;
    // A task that is under way may stand against it for a moment.
    const mayFareBetter = typeof status === 'string' || status === 409 || isIndeterminate(status);
    if (!mayFareBetter) break;
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
