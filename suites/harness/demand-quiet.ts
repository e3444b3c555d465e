import type { Metadata, Version } from '../../contracts/metadata';
import { TargetUnavailableError } from '../../targets/http/errors';
import type { MetadataApi } from '../../targets/metadata-api';
import type { ServerSnapshot } from '../../targets/snapshot/server-snapshot';
import { isChangedByOthers } from './changed-by-others';
import { changedByOthers } from './others-at-work';

/** Milliseconds between the looks, before anything is changed. */
const pauses = [150, 250, 350, 450];

/**
 * Looks at the user's servers for a second. Another run on the same servers changes their metadata time after time: what
 * it has left there at the moment would be taken for the user's own, and the user's metadata would be lost.
 *
 * @throws {TargetUnavailableError} where somebody else is changing the metadata of a server.
 */
export async function demandQuiet(all: readonly ServerSnapshot[], version: Version, api: MetadataApi): Promise<void> {
  const seen = new Map<ServerSnapshot, Metadata[]>(all.map((held) => [held, []]));
  for (const pause of pauses) {
    await api.network.clock.sleep(pause);
    for (const [held, maps] of seen) {
      const { metadata } = await api.getMetadata(held.server, version);
      if (metadata !== undefined) maps.push(metadata);
    }
  }
  for (const [held, maps] of seen) {
    if (isChangedByOthers(maps, held.metadata)) throw new TargetUnavailableError(changedByOthers(held.server));
  }
}
