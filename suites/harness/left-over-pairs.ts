import type { Version } from '../../contracts/metadata';
import type { MetadataApi, Server } from '../../targets/metadata-api';
import { removePairs } from '../../targets/snapshot/restore-metadata';

/** So many removals are tried at a time, and in one run. */
const most = { atOnce: 50, inAll: 500 };

/**
 * Removes what a replace leaves behind, so that one fault does not hide every other. A right target needs none of this;
 * what it may cost on a wrong one is bounded, and beyond that the checks go on with what is there.
 */
export class LeftOverPairs {
  private tried = 0;
  private readonly inVain = new Set<Version>();
  private readonly sizes = new Map<string, number>();

  /** A server holds these pairs, which it should not, after all that was tried. */
  note(serverId: string, pairs: readonly (readonly [string, unknown])[]): void {
    this.sizes.set(serverId, JSON.stringify(pairs).length);
  }

  /** Characters of the pairs that were left on a server. */
  sizeOn(serverId: string): number {
    return this.sizes.get(serverId) ?? 0;
  }

  /** Gives whether anything was tried. */
  async remove(server: Server, version: Version, keys: readonly string[], api: MetadataApi): Promise<boolean> {
    const chosen = keys.slice(0, Math.min(most.atOnce, most.inAll - this.tried));
    if (chosen.length === 0 || this.inVain.has(version)) return false;
    this.tried += chosen.length;
    if (!(await removePairs(server, version, chosen, api))) this.inVain.add(version);
    return true;
  }
}
