import { isNotServed, isSuccess } from '../../../contracts/http/status';
import type { Metadata } from '../../../contracts/metadata';
import { acceptsMetadata } from '../../../contracts/vm-states';
import { TargetConfigurationError, TargetUnavailableError } from '../../../targets/errors';
import type { MetadataApi } from '../../../targets/metadata-api';
import { restorePairs } from '../../../targets/snapshot/restore-metadata';
import {
  describeDiff,
  diffMetadata,
  formatMetadata,
  type MetadataDiff,
  type ServerSnapshot,
} from '../../../targets/snapshot/server-snapshot';
import { tokenFlag } from '../../../targets/snapshot/snapshot-store';

/** Attempts for a map that is refused. */
const maxTries = 3;

const remedy = 'empty its metadata, or name another server';

/**
 * Sends the metadata of the user's servers once more as it is, and reads it. A target may hold a map that it does not
 * take (with a list, or a key that it refuses now): such a map could not be restored at the end of the run.
 *
 * @throws {TargetConfigurationError} for a server whose metadata could not be restored.
 * @throws {TargetUnavailableError} if the target does not respond.
 */
export async function verifyRestorable(all: readonly ServerSnapshot[], api: MetadataApi): Promise<void> {
  const rehearsed = all.filter(({ vmState, metadata }) => isChangeable(vmState) && Object.keys(metadata).length > 0);
  for (const held of rehearsed) await verifyServer(held, api);
  if (rehearsed.length === 0) return;
  // A target that confuses two servers has changed one that was verified before.
  for (const held of all) await assertNoLoss(held, api, 'a PUT to another server');
}

/** In the other vm_states the target must refuse the request, so the suite changes nothing there. */
const isChangeable = acceptsMetadata;

async function verifyServer(held: ServerSnapshot, api: MetadataApi): Promise<void> {
  const { server, vmState } = held;
  const status = await putAgain(held, api);
  await assertNoLoss(held, api, `a PUT of the metadata that it held (answered with status ${status})`, status);
  if (isSuccess(status) || isNotServed(status)) return;
  // A target that refuses every request in this vm_state changes nothing there: the checks judge that.
  if (vmState !== 'active' && status === 409) return;
  const what = `server ${server.id} cannot be used: a PUT of the metadata that it holds was answered with status ${status}`;
  if (status === 401) throw new TargetConfigurationError(`${what}: give a valid token with ${tokenFlag(server)}`);
  if (status === 403) {
    const right = `give the token of a role that may change it with ${tokenFlag(server)}`;
    throw new TargetConfigurationError(
      `${what}: ${right}, or, if it holds more pairs than the quota allows, ${remedy}`,
    );
  }
  if (status === 409)
    throw new TargetConfigurationError(`${what}: unlock it and wait until it is at rest, or name another server`);
  throw new TargetConfigurationError(`${what}, so it could not be restored: ${remedy}`);
}

/** Several attempts: the checks judge a target that refuses at times, and a map that it takes once can be restored. */
async function putAgain({ server, version, metadata }: ServerSnapshot, api: MetadataApi): Promise<number> {
  let status = 0;
  for (let time = 1; time <= maxTries && !isSuccess(status) && !isNotServed(status); time += 1) {
    ({ status } = await api.putMetadata(server, version, metadata));
  }
  return status;
}

/** @param status of a PUT of the whole map: refused, it may be tried in smaller parts. */
async function assertNoLoss(held: ServerSnapshot, api: MetadataApi, cause: string, status = 200): Promise<void> {
  const { server, version, metadata } = held;
  const first = await api.getMetadata(server, version);
  // One response may be wrong by chance.
  const isFine = first.metadata !== undefined && describeLoss(metadata, first.metadata) === '';
  const { answer, metadata: now } = isFine ? first : await api.getMetadata(server, version);
  if (now === undefined && answer.status !== 200) throw unreadableError(answer.status, held, cause);
  // A server without metadata may show it as null.
  const lost = describeLoss(metadata, now ?? {});
  if (lost === '') return;
  const left = await restorePairs(held, api, status).catch((error: Error) => error.message);
  const outcome =
    left === ''
      ? 'all of it is back, by other requests'
      : `and it could not be brought back: ${left}; it was ${formatMetadata(metadata)}`;
  throw new TargetConfigurationError(`server ${server.id} lost metadata by ${cause}: ${lost}; ${outcome}: ${remedy}`);
}

function unreadableError(
  status: number,
  { server }: ServerSnapshot,
  cause: string,
): TargetConfigurationError | TargetUnavailableError {
  const what = `GET of the metadata of server ${server.id} was answered with status ${status} after ${cause}`;
  if (status >= 500) return new TargetUnavailableError(`${what}: try again once that works`);
  return new TargetConfigurationError(
    `${what}: ${status === 401 ? `give a valid token with ${tokenFlag(server)}` : remedy}`,
  );
}

/** Pairs that a target adds on its own are no loss. */
function describeLoss(before: Metadata, now: Metadata): string {
  const { removed, changed }: MetadataDiff = diffMetadata(before, now);
  return describeDiff({ removed, changed, added: [] });
}
