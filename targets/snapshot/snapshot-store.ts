import type { Locked } from '../../contracts/oracle/model';
import type { MetadataApi, Server } from '../metadata-api';
import { unlockServer } from '../vm-states/unlock';
import { restoreMetadata } from './restore-metadata';
import { formatMetadata, type ServerSnapshot } from './server-snapshot';

export interface RestoreOptions {
  /** Brings a server into the vm_state in which the user named it. Gives the reason where it cannot. */
  readonly restoreVmState: (held: ServerSnapshot) => Promise<string | undefined>;
  /** Whether the suite has left a server locked, as far as that is known. */
  readonly lockOf: (server: Server) => Locked;
  /** Milliseconds for which requests without an answer may still be carried out. */
  readonly settleTime: () => number;
}

/** Milliseconds between two looks while requests may be under way. */
const longestPause = 5_000;

/** Remembers what the user's servers held before the run, and puts it back. */
export class SnapshotStore {
  private readonly byServer = new Map<string, ServerSnapshot>();

  constructor(private readonly api: MetadataApi) {}

  get all(): readonly ServerSnapshot[] {
    return [...this.byServer.values()];
  }

  add(held: ServerSnapshot): void {
    this.byServer.set(held.server.id, held);
  }

  /**
   * Puts everything back, and looks whether it is. Where requests may still be under way, it goes on until none is: one of
   * them may undo it. Gives one sentence for each server of which it is not.
   */
  async restore(options: RestoreOptions): Promise<string[]> {
    for (;;) {
      const complaints = await this.restoreOnce(options);
      const left = options.settleTime();
      // A target that is gone carries nothing out.
      if (left === 0 || complaints.length === this.byServer.size) return complaints;
      await this.api.network.clock.sleep(Math.min(left, longestPause));
    }
  }

  private async restoreOnce({ restoreVmState, lockOf }: RestoreOptions): Promise<string[]> {
    const complaints: string[] = [];
    for (const held of this.byServer.values()) {
      try {
        const hindrance = await this.obstacle(held);
        if (hindrance !== undefined) {
          complaints.push(complaint(held, hindrance));
          continue;
        }
        const lock = lockOf(held.server);
        const stays = lock === false ? undefined : await unlockServer(held.server, held.version, this.api);
        const failed = (await restoreVmState(held)) ?? (await restoreMetadata(held, this.api));
        const reasons = [failed, stays && (await this.describeLock(held, lock === true, stays))];
        const reason = reasons.filter(Boolean).join('; ') || undefined;
        if (reason !== undefined) complaints.push(complaint(held, reason));
      } catch (error) {
        complaints.push(complaint(held, (error as Error).message));
      }
    }
    return complaints;
  }

  /** Where it is not known that a server was locked at all, a replace shows whether it is. */
  private async describeLock(
    { server, version, metadata }: ServerSnapshot,
    wasLocked: boolean,
    reason: string,
  ): Promise<string | undefined> {
    const isLocked = wasLocked || (await this.api.putMetadata(server, version, metadata)).status === 409;
    return isLocked ? `it may still be locked: ${reason}` : undefined;
  }

  /** Why nothing can be done about a server at all. */
  private async obstacle({ server, version }: ServerSnapshot): Promise<string | undefined> {
    const { status } = (await this.api.getMetadata(server, version)).answer;
    if (status === 401) {
      return `the target does not accept the token (status 401): give a valid one with ${tokenFlag(server)}`;
    }
    return status === 404 ? 'the target knows no such server (status 404)' : undefined;
  }
}

/** Of the flag by which the user gives the token that a server is reached with. */
export function tokenFlag({ as }: Server): string {
  return as === 'own' ? '--token' : '--other-token';
}

function complaint({ server, vmState, metadata }: ServerSnapshot, reason: string): string {
  const before = `before the run it was ${vmState} and its metadata was ${formatMetadata(metadata)}`;
  return `server ${server.id} was not put back (${reason}); ${before}`;
}
