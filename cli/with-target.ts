import { startReference } from '../targets/reference/reference';
import type { Target } from '../targets/target';
import { embeddedSettings } from './embedded-settings';
import { refuseWithoutTarget } from './refuse-without-target';
import type { Given } from './settings';
import { targetOf } from './target-of';

/** Does something with the target that the user named, or else with the embedded endpoint, and what is given for it. */
export async function withTarget<Result>(
  given: Given,
  work: (target: Target, given: Given) => Promise<Result>,
): Promise<Result> {
  refuseWithoutTarget(given);
  if (given.target !== undefined) return work(targetOf(given, given.target), given);
  const reference = await startReference({ quota: given.quota ?? 128 });
  try {
    const settings = { ...given, ...embeddedSettings(reference) };
    return await work(targetOf(settings, reference.url), settings);
  } finally {
    await reference.close();
  }
}
