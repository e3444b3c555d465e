import { agentFor } from './agent-for';
import { type Clock, realClock } from './clock';
import type { Connection } from './connection';
import { type Destination, type Send, sender } from './sender';

/** Carries requests to one destination, over connections that are kept alive. */
export interface Transport {
  readonly send: Send;
  close(): void;
}

/** How requests get to a target, and the clock by which they are timed. */
export interface Network {
  readonly clock: Clock;
  open(to: Destination & Connection): Transport;
}

/** HTTP over real connections. */
export const realNetwork: Network = {
  clock: realClock,
  open: (to) => {
    const agent = agentFor(to.url, to);
    return { send: sender(to, agent), close: () => agent.destroy() };
  },
};
