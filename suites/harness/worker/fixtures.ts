import type { Need } from '../../../contracts/capabilities';
import { type Metadata, sameMetadata, type Version, versions } from '../../../contracts/metadata';
import type { ServerModel } from '../../../contracts/oracle/model';
import { knownMap } from '../../../contracts/oracle/version-view';
import { acceptsMetadata, type VmState } from '../../../contracts/vm-states';
import { TargetUnavailableError } from '../../../targets/errors';
import type { Target } from '../../../targets/http/target';
import type { MetadataApi, Server } from '../../../targets/metadata-api';
import { waitUntilIdle } from '../../../targets/vm-states/action-timeouts';
import type { VmStateDriver } from '../../../targets/vm-states/driver';
import { createDrivers } from '../../../targets/vm-states/drivers';
import { unlockServer } from '../../../targets/vm-states/unlock';
import { FixtureFailed, NeedNotMet, NotTested } from '../run/check-outcome';
import { Environment } from '../run/environment';
import type { Recorder } from './recorder';
import { TargetKnowledge } from './target-knowledge';

/** Attempts to unlock a server that stays locked. */
const maxUnlocks = 3;

/** Characters of pairs that a replace has left behind: every response repeats them. */
const maxLeftoverLength = 8_000;

/** The usual map of a server before a request. The request contains none of these pairs. */
export const INITIAL: Metadata = { old: '1', both: '1' };

/** A server with more pairs is prepared again: every response and every reproduction would repeat them. */
export const maxPairsBefore = 30;

function isUnlike(held: Metadata, pairs: Metadata, most: number): boolean {
  const entries = Object.entries(held);
  return (
    entries.length <= most &&
    entries.some(([key]) => !Object.hasOwn(pairs, key)) &&
    entries.every(([key, value]) => pairs[key] !== value)
  );
}

/** Prepares the servers of a check: their vm_state and their map. Sends nothing if they are as needed. */
export class Fixtures {
  private readonly drivers: readonly VmStateDriver[];
  /** Servers whose vm_state was seen. */
  private readonly withVisibleState = new Set<string>();

  /**
   * @param firstServer which of the user's servers comes first.
   * @param knowledge shared by all fixtures of the run.
   */
  constructor(
    private readonly target: Target,
    private readonly api: MetadataApi,
    private readonly recorder: Recorder,
    version: Version,
    private readonly firstServer = 0,
    private readonly knowledge = new TargetKnowledge(new Environment([version])),
  ) {
    this.drivers = createDrivers(target.vmStates, api, version, knowledge.effects);
  }

  ownServer(index: number): Server | undefined {
    const { serverIds } = this.target;
    const id = index < serverIds.length ? serverIds[(this.firstServer + index) % serverIds.length] : undefined;
    return id === undefined ? undefined : { id, projectId: this.target.projectId, as: 'own' };
  }

  otherProjectServer(): Server | undefined {
    const { otherProjectId, otherServerId, otherToken } = this.target;
    if (otherProjectId === undefined || otherServerId === undefined || otherToken === undefined) return undefined;
    return { id: otherServerId, projectId: otherProjectId, as: 'other' };
  }

  /** A server of the run by its id. */
  serverOf(id: string): Server | undefined {
    const known = this.recorder.state?.servers.get(id);
    if (known === undefined) return undefined;
    return { id, projectId: known.projectId, as: known.projectId === this.target.projectId ? 'own' : 'other' };
  }

  knownState(server: Server): ServerModel | undefined {
    return this.recorder.state?.servers.get(server.id);
  }

  /** A server in this vm_state. It holds `metadata` if that can be set in this state. */
  async server(vmState: VmState, metadata: Metadata, version: Version): Promise<Server> {
    const { server, isFixed } = this.namedFor(vmState);
    // The map must be there before the server enters a state that refuses the request.
    if (!isFixed && !acceptsMetadata(vmState) && this.knownState(server)?.vmState !== vmState) {
      await this.setVmState(server, 'active', version);
      await this.setMetadata(server, metadata, version);
    }
    await this.bringInto(server, vmState, version, isFixed);
    if (acceptsMetadata(vmState)) await this.setMetadata(server, metadata, version);
    // The vm_state of a named server has not changed, so its map is still known.
    else if (!isFixed || this.shownMap(server, version) === undefined) await this.api.getMetadata(server, version);
    return server;
  }

  /**
   * An active server that holds none of these pairs, and a key that is not among theirs. A replace by these pairs changes
   * its map. The check before has often left such a map.
   *
   * @param most pairs that it may hold.
   */
  async serverWithout(pairs: Metadata, version: Version, most = maxPairsBefore): Promise<Server> {
    const { server, isFixed } = this.namedFor('active');
    await this.bringInto(server, 'active', version, isFixed);
    await this.setMetadata(server, INITIAL, version, (held) => isUnlike(held, pairs, most));
    return server;
  }

  private namedFor(vmState: VmState): { readonly server: Server; readonly isFixed: boolean } {
    this.requireVmState(vmState);
    const fixedId = this.target.vmStates.fixed[vmState];
    const server: Server | undefined =
      fixedId === undefined ? this.ownServer(0) : { id: fixedId, projectId: this.target.projectId, as: 'own' };
    if (server === undefined) throw new NotTested('no server was named');
    return { server, isFixed: fixedId !== undefined };
  }

  private async bringInto(server: Server, vmState: VmState, version: Version, isFixed: boolean): Promise<void> {
    if (isFixed) await this.ensureUnlocked(server, version);
    else await this.setVmState(server, vmState, version);
  }

  /** Brings a server into a vm_state and sees it there. */
  async setVmState(server: Server, to: VmState, version: Version): Promise<void> {
    this.requireVmState(to);
    await this.ensureUnlocked(server, version);
    const from = await this.currentVmState(server, version);
    // If the target shows no vm_state, the servers are active, as the user says.
    if (from === to || (from === undefined && to === 'active')) return;
    const { environment, unreachable } = this.knowledge;
    const need: Need = `vm-states/${to}`;
    const before = unreachable.get(to);
    if (before !== undefined && server.as === 'own') throw new NeedNotMet(need, before);
    const reason = await this.tryDrivers(server, from, to);
    // Server actions have read the server until they saw it there. A hook has not.
    if (reason === undefined && !this.isSeenIn(server, to)) await this.api.getServer(server, version);
    if (reason === undefined && this.knownState(server)?.vmState === to) {
      // Read before the map is replaced: the change must have left it alone.
      if (acceptsMetadata(to)) await this.api.getMetadata(server, version);
      return;
    }
    const seen = reason ?? `the target shows vm_state ${this.knownState(server)?.vmState ?? '(none)'} instead`;
    if (to === 'active')
      throw new TargetUnavailableError(`server ${server.id} could not be brought back to active: ${seen}`);
    // A locked server says nothing about an unlocked one, nor one project about the other.
    if (this.mayBeLocked(server)) throw new NotTested(`no server could be brought into ${to}: ${seen}`);
    if (server.as === 'own') {
      // A server that the user named for this state is in it.
      if (this.target.vmStates.fixed[to] === undefined) environment.markMissing(need, seen);
      else unreachable.set(to, seen);
    }
    throw new NeedNotMet(need, seen);
  }

  private isSeenIn(server: Server, vmState: VmState): boolean {
    const known = this.knownState(server);
    return known?.vmState === vmState && !known.isChanging;
  }

  /** Also required if the server is in the state already: the plan must not depend on the check before. */
  private requireVmState(vmState: VmState): void {
    if (vmState !== 'active') this.knowledge.environment.require(`vm-states/${vmState}`);
  }

  /** Unlocks a server after a check has locked it. Returns the reason if the target does not confirm it. */
  async unlock(server: Server, version: Version): Promise<string | undefined> {
    if (!this.mayBeLocked(server)) return undefined;
    // A lock without a clear response may still take effect.
    if (this.knownState(server)?.locked === 'unknown') await this.waitUntilIdle(server, version);
    const reason = await unlockServer(server, version, this.api);
    const { stayedLocked } = this.knowledge;
    if (reason !== undefined) stayedLocked.set(server.id, (stayedLocked.get(server.id) ?? 0) + 1);
    return reason;
  }

  private mayBeLocked(server: Server): boolean {
    return (this.knownState(server)?.locked ?? false) !== false;
  }

  /**
   * Removes the lock of an earlier check.
   *
   * @throws {NotTested} if the server may still be locked.
   */
  private async ensureUnlocked(server: Server, version: Version): Promise<void> {
    if (!this.mayBeLocked(server) || this.knownState(server)?.locked === 'unnoticed') return;
    const isHopeless = (this.knowledge.stayedLocked.get(server.id) ?? 0) >= maxUnlocks;
    const reason = isHopeless ? 'unlock has failed too often' : await this.unlock(server, version);
    if (reason === undefined) return;
    const { vmState } = this.knownState(server) ?? {};
    // In a state that refuses the request, a refusal says nothing about a lock.
    if (vmState !== undefined && !acceptsMetadata(vmState)) return;
    const { metadata = {} } = await this.api.getMetadata(server, version);
    const { status } = await this.api.putMetadata(server, version, metadata);
    if (status === 409) throw new NotTested(`server ${server.id} may be locked by an earlier check: ${reason}`);
  }

  /** The vm_state of a server. After a change without a clear result, waits until it is known again. */
  private async currentVmState(server: Server, version: Version): Promise<VmState | undefined> {
    const { vmState } = this.knownState(server) ?? {};
    if (vmState !== undefined) this.withVisibleState.add(server.id);
    else if (this.withVisibleState.has(server.id)) await this.waitUntilIdle(server, version);
    return this.knownState(server)?.vmState;
  }

  private async waitUntilIdle(server: Server, version: Version): Promise<void> {
    await waitUntilIdle(server, version, this.api, this.target.vmStates.timeout, this.knowledge.effects);
  }

  private async tryDrivers(server: Server, from: VmState | undefined, to: VmState): Promise<string | undefined> {
    let reason = 'no way to change a vm_state was given (--vm-state, --vm-state-hook or server actions)';
    for (const way of this.drivers) {
      const answer = await way.setVmState(server, from, to);
      if (answer === undefined) return undefined;
      reason = answer;
    }
    return reason;
  }

  /**
   * Sets the map of a server, and reads it. Sends nothing if a read has shown a usable map. If only the other version has
   * shown one, reads the map first. The oracle judges these requests too.
   *
   * @param isUsable the server may keep this map. By default only `metadata` is usable.
   */
  async setMetadata(
    server: Server,
    metadata: Metadata,
    version: Version,
    isUsable = (held: Metadata) => sameMetadata(held, metadata),
  ): Promise<void> {
    const isShown = (under: Version) => {
      const shown = this.shownMap(server, under);
      return shown !== undefined && isUsable(shown);
    };
    if (isShown(version)) return;
    if (versions.some(isShown)) {
      await this.api.getMetadata(server, version);
      if (isShown(version)) return;
    }
    const { status } = await this.api.putMetadata(server, version, metadata);
    if (status === 401) throw new TargetUnavailableError('the target no longer accepts the token (status 401)');
    const { metadata: seen } = await this.api.getMetadata(server, version);
    if (seen === undefined)
      throw new NotTested('GET of the metadata shows no map, and without it nothing can be judged');
    await this.removeLeftovers(server, seen, metadata, version);
  }

  /**
   * Ends a check on a server with too many leftover pairs, so that its map does not grow without end.
   *
   * @throws {FixtureFailed} for such a server.
   */
  skipIfFull({ id }: Server): void {
    const left = this.knowledge.leftovers.sizeOn(id);
    if (left > maxLeftoverLength)
      throw new FixtureFailed('the server holds too many pairs that a replace should have removed');
  }

  /** The map that this version showed last, if nothing was sent since then. */
  private shownMap({ id }: Server, version: Version): Metadata | undefined {
    const view = this.recorder.state?.servers.get(id)?.views[version];
    return view === undefined || view.events.length > 0 ? undefined : knownMap(view);
  }

  /** Removes leftover pairs by DELETE of the items, so that one fault does not hide every other. */
  private async removeLeftovers(server: Server, seen: Metadata, wanted: Metadata, version: Version): Promise<void> {
    const { leftovers } = this.knowledge;
    const rest = Object.keys(seen).filter((key) => !Object.hasOwn(wanted, key));
    const isTried = rest.length > 0 && (await leftovers.remove(server, version, rest, this.api));
    const now = isTried ? ((await this.api.getMetadata(server, version)).metadata ?? {}) : seen;
    leftovers.record(
      server.id,
      Object.entries(now).filter(([key]) => !Object.hasOwn(wanted, key)),
    );
  }
}
