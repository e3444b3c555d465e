import type { CapabilityName } from '../contracts/capabilities';
import type { ClauseId } from '../contracts/clauses';

/** What the user accepts as not tested, or as not offered. */
export interface Waivers {
  readonly clauses: ReadonlySet<ClauseId>;
  readonly capabilities: ReadonlySet<CapabilityName>;
}

export const nothingWaived: Waivers = { clauses: new Set(), capabilities: new Set() };
