import { jsonOf, toBody } from '../../../contracts/http/exchange';
import { noResponse } from '../../../contracts/http/inconclusive';
import { asObject } from '../../../contracts/http/json';
import { isNotServed, isSuccess } from '../../../contracts/http/status';
import { type Metadata, sameMetadata, type Version } from '../../../contracts/metadata';
import type { Subject } from '../../../contracts/oracle/model';
import type { Profile } from '../../../contracts/profiles/profile';
import type { HttpResponse } from '../../../targets/http/message';
import type { MetadataApi, Server } from '../../../targets/metadata-api';
import type { Environment } from '../run/environment';

export interface ProbeOptions {
  readonly api: MetadataApi;
  /** Whose metadata is replaced meanwhile. */
  readonly server: Server;
  readonly environment: Environment;
  readonly quota: Subject['quota'];
  readonly profile: Profile;
}

/** A body with more pairs may be refused for its size. */
const maxProbedPairs = 2_048;

const plainMap: Metadata = { old: '1', both: '1' };

/**
 * Finds out what the target offers, before the checks that need it are run: under which versions the operation is
 * served, which operations there are on single items, and, where nobody says, how many pairs a server may have.
 */
export async function probeCapabilities(options: ProbeOptions): Promise<Subject['quota']> {
  const { environment, quota } = options;
  const probe = new Probe(options);
  let isReplacing = true;
  // The first one last: the operations on items are tried under it.
  for (const version of [...environment.versions].reverse())
    isReplacing = (await probe.tryReplace(version)) && isReplacing;
  environment.isMerging = !isReplacing;
  if (environment.versions.every((version) => environment.missingReason(version) !== undefined)) {
    environment.markMissing('replace', environment.missingReason(environment.versions[0] ?? 'v2') ?? '');
    return quota;
  }
  await probe.findItemOperations();
  // Pairs of a large map would stay behind on a target that merges.
  if (quota.source !== 'assumed' || !isReplacing) return quota;
  const found = await probe.findQuota();
  await probe.put(plainMap);
  await probe.read();
  return found;
}

class Probe {
  /** The map that the last replace has left. */
  private stored: { readonly under: Version; readonly map: Metadata | undefined } | undefined;

  constructor(private readonly options: ProbeOptions) {}

  private get version(): Version {
    const { environment } = this.options;
    const { versions } = environment;
    return versions.find((version) => environment.missingReason(version) === undefined) ?? versions[0] ?? 'v2.1';
  }

  async put(map: Metadata, version = this.version): Promise<number> {
    const { api, server } = this.options;
    return (await api.putMetadata(server, version, map)).status;
  }

  async read(version = this.version): Promise<Metadata | undefined> {
    const { api, server } = this.options;
    return (await api.getMetadata(server, version)).metadata;
  }

  /**
   * Replaces the map under a version. Returns false if the version is served and the map is not stored. A check that shows
   * that a map stays needs it: only where a version has stored a map does an unchanged one show anything.
   */
  async tryReplace(version: Version): Promise<boolean> {
    // Other keys under each version: a target that merges shows those of the version before.
    const map = { [version === 'v2' ? 'old' : 'both']: version };
    // Twice, since one response may be wrong by chance.
    if (isNotServed(await this.put(map, version))) {
      const status = await this.put(map, version);
      if (isNotServed(status)) {
        this.options.environment.markMissing(version, `PUT under it is answered with status ${status}`);
        return true;
      }
    }
    const seen = await this.read(version);
    this.stored = { under: version, map: seen };
    return seen !== undefined && sameMetadata(seen, map);
  }

  async findItemOperations(): Promise<void> {
    const { api, server } = this.options;
    const { version, stored } = this;
    const before = (stored?.under === version ? stored.map : await this.read()) ?? {};
    const add = () => api.postMetadata(server, version, { item: '1' });
    const added = await this.find('add', 'POST …/metadata', add, before, '1');
    const set = () => api.putItem(server, version, 'item', '2');
    const now = await this.find('set', 'PUT …/metadata/{key}', set, added, '2');
    await this.findShow(now);
    const remove = () => api.deleteItem(server, version, 'item');
    await this.find('remove', 'DELETE …/metadata/{key}', remove, now, undefined);
  }

  /**
   * @param before the stored map.
   * @param shown the value that the map then has under the key.
   * @returns the map that is stored then.
   */
  private async find(
    name: string,
    operation: string,
    send: () => Promise<HttpResponse | undefined>,
    before: Metadata,
    shown: string | undefined,
  ): Promise<Metadata> {
    const status = (await send())?.status ?? noResponse;
    const after = (await this.read()) ?? {};
    const now = Object.hasOwn(after, 'item') ? after.item : undefined;
    const others = Object.keys(before).filter((key) => key !== 'item');
    const isDone = now === shown && others.every((key) => Object.hasOwn(after, key));
    if (!isSuccess(status) || !isDone) {
      const words = isSuccess(status) ? 'has not the usual effect' : `is answered with status ${status}`;
      this.options.environment.markMissing(`item-operations/${name}`, `${operation} ${words}`);
    }
    return after;
  }

  private async findShow({ item }: Metadata): Promise<void> {
    const { api, server, environment } = this.options;
    const { status, body } = await api.getItem(server, this.version, 'item');
    const shown = asObject(asObject(jsonOf(toBody(body)))?.meta)?.item;
    if (status === 200 && item !== undefined && shown === item) return;
    const words = status === 200 ? 'does not show the pair' : `is answered with status ${status}`;
    environment.markMissing('item-operations/show', `GET …/metadata/{key} ${words}`);
  }

  /** Finds the largest map that the target takes. */
  async findQuota(): Promise<Subject['quota']> {
    const { quota, profile } = this.options;
    const usual = quota.limit < 0 ? 128 : quota.limit;
    // Undefined for a response that says nothing about the quota.
    const takes = async (count: number): Promise<boolean | undefined> => {
      const status = await this.put(pairs(count));
      if (isSuccess(status)) return true;
      return profile.statuses.overQuota.includes(status) ? false : undefined;
    };
    let [taken, refused] = [0, Number.POSITIVE_INFINITY];
    for (const count of [usual, usual + 1, 256, 512, 1_024, maxProbedPairs]) {
      if (count <= taken) continue;
      const isTakenWhole = await takes(count);
      if (isTakenWhole === undefined) return quota;
      if (!isTakenWhole) {
        refused = count;
        break;
      }
      taken = count;
    }
    if (refused === Number.POSITIVE_INFINITY) return { limit: -1, source: 'probed' };
    while (refused - taken > 1) {
      const count = Math.floor((taken + refused) / 2);
      const isTakenWhole = await takes(count);
      if (isTakenWhole === undefined) return quota;
      if (isTakenWhole) taken = count;
      else refused = count;
    }
    return { limit: taken, source: 'probed' };
  }
}

function pairs(count: number): Metadata {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index + 1}`, '1']));
}
