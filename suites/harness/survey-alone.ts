import type { Profile } from '../../contracts/profiles/profile';
import { openClient } from '../../targets/http/client';
import type { Target } from '../../targets/http/target';
import { MetadataApi } from '../../targets/metadata-api';
import { SnapshotStore } from '../../targets/snapshot/snapshot-store';
import { medianOf } from './median-of';
import { type Surveyed, survey } from './survey';

/** Looks at what the user named, as a run does first, and at nothing else. `latency` is a request's, in milliseconds. */
export async function surveyAlone(
  target: Target,
  quota: number | undefined,
  profile: Profile,
): Promise<Surveyed & { readonly latency: number }> {
  const took: number[] = [];
  const wire = openClient(target, (exchange) => took.push(exchange.took));
  try {
    const api = new MetadataApi(wire);
    return { ...(await survey(target, quota, profile, api, new SnapshotStore(api))), latency: medianOf(took) };
  } finally {
    wire.close();
  }
}
