import type { Evidence } from '../../contracts/evidence';
import type { Metadata } from '../../contracts/metadata';
import { acceptsMetadata } from '../../contracts/vm-states';
import type { Server } from '../../targets/api';
import { TargetTrouble } from '../../targets/trouble';
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

  constructor(
    private readonly halt: Halt,
    private readonly environment: Environment,
    private readonly emit: (evidence: Evidence) => void,
  ) {}

  /** @throws {TargetTrouble} where somebody else is: the run ends. */
  async lookFor(lane: Lane): Promise<void> {
    const { server } = lane;
    if (server === undefined || this.looks >= mostLooks) return;
    this.looks += 1;
    const { check } = lane;
    lane.check = othersCheck;
    try {
      const reason = (await this.locker(server, lane)) ?? (await this.writer(server, lane));
      if (reason === undefined) return;
      this.halt.stop(reason);
      this.emit({ kind: 'others', reason });
      throw new TargetTrouble(reason);
    } finally {
      lane.check = check;
    }
  }

  private async locker(server: Server, lane: Lane): Promise<string | undefined> {
    const known = lane.stage.known(server);
    const version = this.environment.versions[0] ?? 'v2.1';
    await lane.aside.look(server, version);
    const vmState = lane.stage.known(server)?.vmState;
    if (known?.locked !== false || (vmState !== undefined && !acceptsMetadata(vmState))) return undefined;
    for (const pause of [0, ...pausesWhileLocked]) {
      await lane.aside.network.clock.sleep(pause);
      const { status, body } = await lane.aside.replace(server, version, this.marker());
      if (status !== 409 || !/\block/i.test(body.toString('utf8', 0, 2_000))) return undefined;
    }
    return `somebody else has locked server ${server.id}: unlock it, and run again`;
  }

  private async writer(server: Server, lane: Lane): Promise<string | undefined> {
    const version = this.environment.versions[0] ?? 'v2.1';
    const marker = this.marker();
    await lane.aside.replace(server, version, marker);
    const seen: Metadata[] = [];
    for (const pause of pauses) {
      await lane.aside.network.clock.sleep(pause);
      const { metadata } = await lane.aside.read(server, version);
      if (metadata !== undefined) seen.push(metadata);
    }
    if (!isChangedByOthers(seen, marker)) return undefined;
    return changedByOthers(server);
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
