import { isDeepStrictEqual } from 'node:util';
import type { Evidence } from '../../../contracts/evidence/events';
import type { Metadata, Version } from '../../../contracts/metadata';
import { acceptsMetadata } from '../../../contracts/vm-states';
import { TargetUnavailableError } from '../../../targets/errors';
import type { CircuitBreaker } from '../../../targets/http/circuit-breaker';
import type { MetadataApi, Server } from '../../../targets/metadata-api';
import type { ServerSnapshot } from '../../../targets/snapshot/server-snapshot';
import type { Environment } from '../run/environment';
import type { Worker } from './worker';

/** The name under which these requests stand in the evidence. They are no part of any check. */
export const interferenceCheck = 'interference';

/** Detections in one run. */
const maxRuns = 12;

/**
 * A run with a limit makes one detection for each 1,000 requests of the limit, because a detection takes about 8 requests
 * for each server. With a lower limit it watches the first server only, which most checks use.
 */
const requestsForEach = 1_000;

/** Milliseconds before each read of a map that this run does not change meanwhile. */
const pauses = [0, 15, 40, 100, 250];

/** Milliseconds between requests that are refused as those to a locked server. */
const pausesWhileLocked = [200, 600];

/**
 * Detects other users of a server of the run (another run, or a user who locks it), so that their effects do not count
 * as failures of the target.
 */
export class InterferenceDetector {
  private runs = 0;
  private markers = 0;
  private readonly maxRuns: number;
  private readonly servers: readonly Server[];

  /**
   * @param servers those that the user named as active.
   * @param requests the most that the run may send.
   */
  constructor(
    servers: readonly Server[],
    private readonly circuitBreaker: CircuitBreaker,
    private readonly environment: Environment,
    private readonly emit: (evidence: Evidence) => void,
    requests = Number.POSITIVE_INFINITY,
  ) {
    this.maxRuns = Math.min(maxRuns, Math.max(1, Math.floor(requests / requestsForEach)));
    this.servers = requests < requestsForEach ? servers.slice(0, 1) : servers;
  }

  /** @throws {TargetUnavailableError} if there is one: the run ends. */
  async detect(worker: Worker): Promise<void> {
    if (this.runs >= this.maxRuns) return;
    this.runs += 1;
    const { check } = worker;
    worker.check = interferenceCheck;
    try {
      const reason = (await this.findLock(worker)) ?? (await this.findWriter(worker));
      if (reason === undefined) return;
      this.circuitBreaker.stop(reason);
      this.emit({ kind: 'others', reason });
      throw new TargetUnavailableError(reason);
    } finally {
      worker.check = check;
    }
  }

  /** Also reads the vm_state of each server, which another user may have changed. */
  private async findLock(worker: Worker): Promise<string | undefined> {
    for (const server of this.serversFor(worker)) {
      const known = worker.fixtures.knownState(server);
      await worker.setup.getServer(server, this.version);
      if (known?.locked === false && this.mayChange(server, worker) && (await this.isLocked(server, worker))) {
        return `somebody else has locked server ${server.id}: unlock it, and run again`;
      }
    }
    return undefined;
  }

  private async isLocked(server: Server, worker: Worker): Promise<boolean> {
    for (const pause of [0, ...pausesWhileLocked]) {
      await worker.setup.network.clock.sleep(pause);
      const { status, body } = await worker.setup.putMetadata(server, this.version, this.marker());
      if (status !== 409 || !/\block/i.test(body.toString('utf8', 0, 2_000))) return false;
    }
    return true;
  }

  private async findWriter(worker: Worker): Promise<string | undefined> {
    const watched: { readonly server: Server; readonly own: Metadata; readonly seen: Metadata[] }[] = [];
    for (const server of this.serversFor(worker)) {
      // In a vm_state that refuses a marker, the stored map serves as one.
      const own = this.mayChange(server, worker) ? await this.mark(server, worker) : await this.readMap(server, worker);
      if (own !== undefined) watched.push({ server, own, seen: [] });
    }
    for (const pause of pauses) {
      await worker.setup.network.clock.sleep(pause);
      for (const { server, seen } of watched) {
        const metadata = await this.readMap(server, worker);
        if (metadata !== undefined) seen.push(metadata);
      }
    }
    const found = watched.find(({ own, seen }) => hasForeignChanges(seen, own));
    return found && interferenceMessage(found.server);
  }

  private async mark(server: Server, worker: Worker): Promise<Metadata> {
    const marker = this.marker();
    await worker.setup.putMetadata(server, this.version, marker);
    return marker;
  }

  private async readMap(server: Server, worker: Worker): Promise<Metadata | undefined> {
    return (await worker.setup.getMetadata(server, this.version)).metadata;
  }

  private serversFor(worker: Worker): Server[] {
    return this.servers.filter(({ id }) => worker.mayUse(id));
  }

  private mayChange(server: Server, worker: Worker): boolean {
    const vmState = worker.fixtures.knownState(server)?.vmState;
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

/** The message for a server that somebody else changes too. */
function interferenceMessage({ id }: Server): string {
  return `somebody else is changing the metadata of server ${id}: wait until that is over, or name a server of your own for this run`;
}

/** Milliseconds before each read, before anything is changed. */
const initialPauses = [150, 250, 350, 450];

/**
 * Watches the user's servers for a second. Another run on the same servers changes their metadata all the time: its map
 * would be taken for the user's own, and the user's metadata would be lost.
 *
 * @throws {TargetUnavailableError} if somebody else changes the metadata of a server.
 */
export async function assertNoInterference(
  all: readonly ServerSnapshot[],
  version: Version,
  api: MetadataApi,
): Promise<void> {
  const seen = new Map<ServerSnapshot, Metadata[]>(all.map((held) => [held, []]));
  for (const pause of initialPauses) {
    await api.network.clock.sleep(pause);
    for (const [held, maps] of seen) {
      const { metadata } = await api.getMetadata(held.server, version);
      if (metadata !== undefined) maps.push(metadata);
    }
  }
  for (const [held, maps] of seen) {
    if (hasForeignChanges(maps, held.metadata)) throw new TargetUnavailableError(interferenceMessage(held.server));
  }
}

/**
 * True if somebody else has changed the metadata of a server. This run has put one map there, and sent nothing since. A
 * target with an old copy, or a mix of both, shows new pairs once. Several maps with new pairs come from somebody else.
 *
 * @param seen one read after the other.
 */
export function hasForeignChanges(seen: readonly Metadata[], own: Metadata): boolean {
  const known = [own];
  for (const map of seen) {
    const isKnown = ([key, value]: [string, unknown]) =>
      known.some((each) => Object.hasOwn(each, key) && isDeepStrictEqual(each[key], value));
    if (!Object.entries(map).every(isKnown)) known.push(map);
  }
  return known.length > 2;
}
