import { isNotServed, isSuccess } from '../../../contracts/http/status';
import { type Metadata, sameMetadata, type Version } from '../../../contracts/metadata';
import type { Subject } from '../../../contracts/oracle/model';
import type { Profile } from '../../../contracts/profiles/profile';
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
 * served, and, where nobody says, how many pairs a server may have.
 */
export async function probeCapabilities(options: ProbeOptions): Promise<Subject['quota']> {
  const { environment, quota } = options;
  const probe = new Probe(options);
  let isReplacing = true;
  for (const version of environment.versions) isReplacing = (await probe.tryReplace(version)) && isReplacing;
  environment.isMerging = !isReplacing;
  if (environment.versions.every((version) => environment.missingReason(version) !== undefined)) {
    environment.markMissing('replace', environment.missingReason(environment.versions[0] ?? 'v2') ?? '');
    return quota;
  }
  // Pairs of a large map would stay behind on a target that merges.
  if (quota.source !== 'assumed' || !isReplacing) return quota;
  const found = await probe.findQuota();
  await probe.put(plainMap);
  await probe.read();
  return found;
}

class Probe {
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
    return seen !== undefined && sameMetadata(seen, map);
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
