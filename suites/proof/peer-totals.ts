import type { KnownEndpoint } from './known-endpoints';
import type { Peers } from './peers';

/** How a peer did in all. */
export interface PeerTotals {
  readonly mutants: number;
  readonly caught: number;
  readonly variants: number;
  readonly falseAlarms: number;
  /** Failures that it tells of the embedded endpoint, which count nowhere else. */
  readonly failuresOfEmbedded: number;
  readonly failedToRun: number;
  readonly requests: number;
  readonly seconds: number;
}

/** Sums what one peer said of the endpoints that are known. */
export function peerTotals(peer: string, endpoints: Peers['endpoints'], known: readonly KnownEndpoint[]): PeerTotals {
  const runs = known.flatMap(({ name, kind }) => {
    const run = endpoints[name]?.[peer];
    return run === undefined ? [] : [{ name, kind, ...run }];
  });
  const count = (field: 'kind' | 'outcome', value: string) => runs.filter((run) => run[field] === value).length;
  const sum = (field: 'requests' | 'seconds') => Math.round(runs.reduce((total, run) => total + run[field], 0));
  return {
    mutants: count('kind', 'mutant'),
    caught: count('outcome', 'caught'),
    variants: count('kind', 'variant'),
    falseAlarms: count('outcome', 'false alarm'),
    failuresOfEmbedded: endpoints.embedded?.[peer]?.failures.length ?? 0,
    failedToRun: count('outcome', 'failed to run'),
    requests: sum('requests'),
    seconds: sum('seconds'),
  };
}
