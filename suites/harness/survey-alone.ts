import type { Profile } from '../../contracts/profiles/profile';
import { Api } from '../../targets/api';
import { Keeper } from '../../targets/keeper';
import type { Target } from '../../targets/target';
import { openWire } from '../../targets/wire';
import { medianOf } from './median-of';
import { type Surveyed, survey } from './survey';

/** Looks at what the user named, as a run does first, and at nothing else. `latency` is a request's, in milliseconds. */
export async function surveyAlone(
  target: Target,
  quota: number | undefined,
  profile: Profile,
): Promise<Surveyed & { readonly latency: number }> {
  const took: number[] = [];
  const wire = openWire(target, (exchange) => took.push(exchange.took));
  try {
    const api = new Api(wire);
    return { ...(await survey(target, quota, profile, api, new Keeper(api))), latency: medianOf(took) };
  } finally {
    wire.close();
  }
}
