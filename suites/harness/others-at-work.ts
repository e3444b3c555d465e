import type { Evidence } from '../../contracts/evidence/events';
import type { Metadata, Version } from '../../contracts/metadata';
import { acceptsMetadata } from '../../contracts/vm-states';
import { TargetUnavailableError } from '../../targets/http/errors';
import type { Server } from '../../targets/metadata-api';
import { isChangedByOthers } from './changed-by-others';
import type { Environment } from './environment';
import type { Halt } from './halt';
import type { Lane } from './lane';

/** The name under which these requests stand in the evidence. They are no part of any check. */
export const othersCheck = 'others at work';

/** A run looks so often, however much it comes upon. */
const mostLooks = 12;

/** Milliseconds between the looks at a map that nobody of this run changes meanwhile. */
const pauses = [0, 15, 40, 100, 250];

/** Milliseconds between requests that are refused as those to a locked server. */
const pausesWhileLocked = [200, 600];

/**
 * Finds out whether somebody else is at work on a server of the run, before the target is blamed for what they do:
 * another run, or a user who locks it.
 */
export class OthersAtWork {
  private looks = 0;
  private markers = 0;

  /** @param servers those that the user named as active. */
  constructor(
    private readonly servers: readonly Server[],
    private readonly halt: Halt,
    private readonly environment: Environment,
    private readonly emit: (evidence: Evidence) => void,
  ) {}

  /** @throws {TargetUnavailableError} where somebody else is: the run ends. */
  async lookFor(lane: Lane): Promise<void> {
    if (this.looks >= mostLooks) return;
    this.looks += 1;
    const { check } = lane;
    lane.check = othersCheck;
    try {
      const reason = (await this.locker(lane)) ?? (await this.writer(lane));
      if (reason === undefined) return;
      this.halt.stop(reason);
      this.emit({ kind: 'others', reason });
      throw new TargetUnavailableError(reason);
    } finally {
      lane.check = check;
    }
  }

  /** Also has the vm_state of each server seen: whoever puts one into error changes what a check may expect of it. */
  private async locker(lane: Lane): Promise<string | undefined> {
    for (const server of this.servers) {
      const known = lane.stage.known(server);
      await lane.aside.getServer(server, this.version);
      if (known?.locked === false && this.mayChange(server, lane) && (await this.isLocked(server, lane))) {
        return `somebody else has locked server ${server.id}: unlock it, and run again`;
      }
    }
    return undefined;
  }

  private async isLocked(server: Server, lane: Lane): Promise<boolean> {
    for (const pause of [0, ...pausesWhileLocked]) {
      await lane.aside.network.clock.sleep(pause);
      const { status, body } = await lane.aside.putMetadata(server, this.version, this.marker());
      if (status !== 409 || !/\block/i.test(body.toString('utf8', 0, 2_000))) return false;
    }
    return true;
  }

  private async writer(lane: Lane): Promise<string | undefined> {
    const watched: { readonly server: Server; readonly own: Metadata; readonly seen: Metadata[] }[] = [];
    for (const server of this.servers) {
      // In a vm_state that refuses a marker, what is there serves as one.
      const own = this.mayChange(server, lane) ? await this.mark(server, lane) : await this.shown(server, lane);
      if (own !== undefined) watched.push({ server, own, seen: [] });
    }
    for (const pause of pauses) {
      await lane.aside.network.clock.sleep(pause);
      for (const { server, seen } of watched) {
        const metadata = await this.shown(server, lane);
        if (metadata !== undefined) seen.push(metadata);
      }
    }
    const found = watched.find(({ own, seen }) => isChangedByOthers(seen, own));
    return found && changedByOthers(found.server);
  }

  private async mark(server: Server, lane: Lane): Promise<Metadata> {
    const marker = this.marker();
    await lane.aside.putMetadata(server, this.version, marker);
    return marker;
  }

  private async shown(server: Server, lane: Lane): Promise<Metadata | undefined> {
    return (await lane.aside.getMetadata(server, this.version)).metadata;
  }

  private mayChange(server: Server, lane: Lane): boolean {
    const vmState = lane.stage.known(server)?.vmState;
    return vmState === undefined || acceptsMetadata(vmState);
  }

  private get version(): Version {
    return this.environment.versions[0] ?? 'v2.1';
  }

  private marker(): Metadata {
    this.markers += 1;
    return { marker: `of this run, number ${this.markers}` };
  }
}

/** What a user is told whose server somebody else changes as well. */
export function changedByOthers({ id }: Server): string {
  return `somebody else is changing the metadata of server ${id}: wait until that is over, or name a server of your own for this run`;
}
