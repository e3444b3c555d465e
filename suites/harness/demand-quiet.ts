import type { Metadata, Version } from '../../contracts/metadata';
import type { Api } from '../../targets/api';
import type { Held } from '../../targets/held';
import { TargetTrouble } from '../../targets/trouble';
import { isChangedByOthers } from './changed-by-others';
import { changedByOthers } from './others-at-work';

/** Milliseconds between the looks, before anything is changed. */
const pauses = [150, 250, 350, 450];

/**
 * Looks at the user's servers for a second. Another run on the same servers changes their metadata time after time: what
 * it has left there at the moment would be taken for the user's own, and the user's metadata would be lost.
 *
 * @throws {TargetTrouble} where somebody else is changing the metadata of a server.
 */
export async function demandQuiet(all: readonly Held[], version: Version, api: Api): Promise<void> {
  const seen = new Map<Held, Metadata[]>(all.map((held) => [held, []]));
  for (const pause of pauses) {
    await api.network.clock.sleep(pause);
    for (const [held, maps] of seen) {
      const { metadata } = await api.read(held.server, version);
      if (metadata !== undefined) maps.push(metadata);
    }
  }
  for (const [held, maps] of seen) {
    if (isChangedByOthers(maps, held.metadata)) throw new TargetTrouble(changedByOthers(held.server));
  }
}
