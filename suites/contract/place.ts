import type { Caller } from '../../contracts/http/placeholders';

/** Where a request of an interaction goes, and as whom: what the provider states have made of it. */
export interface Place {
  readonly projectId: string;
  readonly serverId: string;
  /** By whose token, where the interaction sends one. */
  readonly as: Caller;
}
