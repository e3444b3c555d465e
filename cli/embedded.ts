import type { RunningEndpoint } from '../targets/embedded/start-endpoint';
import type { Target } from '../targets/http/target';
import { realNetwork } from '../targets/http/transport';
import type { Accessed } from './accessed';
import { embeddedSettings } from './embedded-settings';
import { targetOf } from './target-of';

/** The embedded endpoint as a target, and the settings that would name it. No proxy leads to it. */
export function embedded(reference: RunningEndpoint, given: Accessed): [Target, Accessed] {
  const settings = { ...given, ...embeddedSettings(reference) };
  return [{ ...targetOf(settings, reference.url, realNetwork), proxy: undefined }, settings];
}
