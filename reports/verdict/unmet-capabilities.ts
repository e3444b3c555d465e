import { type CapabilityName, capabilityOf } from '../../contracts/capabilities';
import type { CheckRecord } from '../collector/check-record';

/** A capability that is missing for some checks of a clause. */
export interface UnmetCapability {
  readonly name: CapabilityName;
  /** Checks that were not run for it. */
  count: number;
  /** The parts of the capability that they need, such as one vm_state. */
  readonly parts: Set<string>;
}

export function unmetCapabilities(notRun: readonly CheckRecord[]): UnmetCapability[] {
  const found = new Map<CapabilityName, UnmetCapability>();
  for (const { ended } of notRun) {
    if (ended.ended.outcome !== 'not run') continue;
    const { need } = ended.ended;
    const { name } = capabilityOf(need);
    const unmet = found.get(name) ?? { name, count: 0, parts: new Set<string>() };
    unmet.count += 1;
    const [, part] = need.split('/');
    if (part !== undefined) unmet.parts.add(part);
    found.set(name, unmet);
  }
  return [...found.values()];
}
