import type { Peers } from './peers';

/** The heads of the columns that say what peers report. */
export function peerHeads({ tools }: Peers): string[] {
  return Object.values(tools).map(({ title }) => title);
}

/** What each peer reported of one endpoint. */
export function peerCells({ tools, endpoints }: Peers, name: string): string[] {
  return Object.keys(tools).map((peer) => endpoints[name]?.[peer]?.outcome ?? 'not run');
}
