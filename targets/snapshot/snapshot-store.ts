import { type Metadata, sameMetadata } from '../../contracts/metadata';
import type { Locked } from '../../contracts/oracle/model';
import type { MetadataApi, Server } from '../metadata-api';
import { unlockServer } from '../vm-states/unlock';
import { restoreMetadata } from './restore-metadata';
import { formatMetadata, type ServerSnapshot } from './server-snapshot';

export interface RestoreOptions {
  /** Brings a server into its vm_state before the run. Returns undefined after success, else the reason. */
  readonly restoreVmState: (snapshot: ServerSnapshot) => Promise<string | undefined>;
  /** True if the suite has left a server locked; `unknown` if it may have. */
  readonly lockOf: (server: Server) => Locked;
  /** True if the run may have changed the vm_state: it sent a write to the server. */
  readonly wasWritten: (server: Server) => boolean;
  /** Milliseconds for which a request without a response may still be carried out. */
  readonly settleTime: () => number;
}

/** The longest pause between two passes, in milliseconds. */
const maxPause = 5_000;

/** The snapshots of the servers of a run. Restores the servers. */
export class SnapshotStore {
  private readonly byServer = new Map<string, ServerSnapshot>();

  constructor(private readonly api: MetadataApi) {}

  get all(): readonly ServerSnapshot[] {
    return [...this.byServer.values()];
  }

  add(snapshot: ServerSnapshot): void {
    this.byServer.set(snapshot.server.id, snapshot);
  }

  /**
   * Restores all servers, and verifies the result. Repeats this while an earlier request may still be carried out and
   * change a server again. Returns one sentence for each server that is not restored.
   */
  async restore(options: RestoreOptions): Promise<string[]> {
    for (;;) {
      const complaints = await this.restoreOnce(options);
      const left = options.settleTime();
      // If no server could be restored, the target is down, and carries out no request.
      if (left === 0 || complaints.length === this.byServer.size) return complaints;
      await this.api.network.clock.sleep(Math.min(left, maxPause));
    }
  }

  private async restoreOnce({ restoreVmState, lockOf, wasWritten }: RestoreOptions): Promise<string[]> {
    const complaints: string[] = [];
    for (const snapshot of this.byServer.values()) {
      try {
        const found = await this.api.getMetadata(snapshot.server, snapshot.version);
        const obstacle = obstacleIn(found.answer, snapshot.server);
        if (obstacle !== undefined) {
          complaints.push(complaint(snapshot, obstacle));
          continue;
        }
        const lock = lockOf(snapshot.server);
        const mayHaveMoved = snapshot.vmState === 'active' && wasWritten(snapshot.server);
        if (lock === false && !mayHaveMoved && isIntact(snapshot, found.metadata)) continue;
        const stillLocked =
          lock === false ? undefined : await unlockServer(snapshot.server, snapshot.version, this.api);
        const failed = (await restoreVmState(snapshot)) ?? (await restoreMetadata(snapshot, this.api));
        const reasons = [failed, stillLocked && (await this.describeLock(snapshot, lock === true, stillLocked))];
        const reason = reasons.filter(Boolean).join('; ') || undefined;
        if (reason !== undefined) complaints.push(complaint(snapshot, reason));
      } catch (error) {
        complaints.push(complaint(snapshot, (error as Error).message));
      }
    }
    return complaints;
  }

  /** If it is not known whether the server is locked, a PUT shows it. */
  private async describeLock(
    { server, version, metadata }: ServerSnapshot,
    wasLocked: boolean,
    reason: string,
  ): Promise<string | undefined> {
    const isLocked = wasLocked || (await this.api.putMetadata(server, version, metadata)).status === 409;
    return isLocked ? `the server may still be locked: ${reason}` : undefined;
  }
}

function isIntact({ metadata }: ServerSnapshot, found: Metadata | undefined): boolean {
  return found !== undefined && sameMetadata(found, metadata);
}

/** The reason why no request can restore a server; undefined if one may. */
function obstacleIn({ status }: { readonly status: number }, server: Server): string | undefined {
  if (status === 401) {
    return `the target does not accept the token (status 401): give a valid one with ${tokenFlag(server)}`;
  }
  return status === 404 ? 'the target knows no such server (status 404)' : undefined;
}

/** The command line flag for the token of a server. */
export function tokenFlag({ as }: Server): string {
  return as === 'own' ? '--token' : '--other-token';
}

function complaint({ server, vmState, metadata }: ServerSnapshot, reason: string): string {
  const before = `before the run it was ${vmState} and its metadata was ${formatMetadata(metadata)}`;
  return `server ${server.id} was not restored (${reason}); ${before}`;
}
