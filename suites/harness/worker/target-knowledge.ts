import type { Version } from '../../../contracts/metadata';
import type { VmState } from '../../../contracts/vm-states';
import type { MetadataApi, Server } from '../../../targets/metadata-api';
import { removePairs } from '../../../targets/snapshot/restore-metadata';
import { ActionTimeouts } from '../../../targets/vm-states/action-timeouts';
import type { Environment } from '../run/environment';
import { UnansweredRequests } from './unanswered-requests';

/** Facts about the target that all workers share: an operation that failed is not tried again for every check. */
export class TargetKnowledge {
  constructor(readonly environment: Environment) {}

  readonly effects = new ActionTimeouts();
  readonly unanswered = new UnansweredRequests();
  /** States into which no server could be brought although one that is in them was named, and why. */
  readonly unreachable = new Map<VmState, string>();
  readonly leftovers = new LeftoverPairs();
  /** How often a server that may be locked could not be unlocked. */
  readonly stayedLocked = new Map<string, number>();
}

/** Removals at a time, and in one run. */
const maxRemovals = { atOnce: 50, inAll: 500 };

/**
 * Removes pairs that a replace leaves behind, so that one fault does not hide every other. The number of removals is
 * bounded; above it, the checks go on with the pairs that are there.
 */
export class LeftoverPairs {
  private tried = 0;
  private readonly failedVersions = new Set<Version>();
  private readonly sizes = new Map<string, number>();

  /** Records the pairs that a server holds and should not hold. */
  record(serverId: string, pairs: readonly (readonly [string, unknown])[]): void {
    this.sizes.set(serverId, JSON.stringify(pairs).length);
  }

  /** Characters of the leftover pairs of a server. */
  sizeOn(serverId: string): number {
    return this.sizes.get(serverId) ?? 0;
  }

  /** Returns whether a removal was tried. */
  async remove(server: Server, version: Version, keys: readonly string[], api: MetadataApi): Promise<boolean> {
    const chosen = keys.slice(0, Math.min(maxRemovals.atOnce, maxRemovals.inAll - this.tried));
    if (chosen.length === 0 || this.failedVersions.has(version)) return false;
    this.tried += chosen.length;
    if (!(await removePairs(server, version, chosen, api))) this.failedVersions.add(version);
    return true;
  }
}
