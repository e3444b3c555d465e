import type { Profile } from '../../../contracts/profiles/profile';
import { openClient } from '../../../targets/http/client';
import type { Target } from '../../../targets/http/target';
import { MetadataApi } from '../../../targets/metadata-api';
import { SnapshotStore } from '../../../targets/snapshot/snapshot-store';
import { median } from '../worker/recorder';
import { type InspectedTarget, inspectTarget } from './inspect-target';

/** Looks at what the user named, as a run does first, and at nothing else. `latency` is a request's, in milliseconds. */
export async function inspectOnly(
  target: Target,
  quota: number | undefined,
  profile: Profile,
): Promise<InspectedTarget & { readonly latency: number }> {
  const took: number[] = [];
  const client = openClient(target, { record: (exchange) => took.push(exchange.took) });
  try {
    const api = new MetadataApi(client);
    return { ...(await inspectTarget(target, quota, profile, api, new SnapshotStore(api))), latency: median(took) };
  } finally {
    client.close();
  }
}
