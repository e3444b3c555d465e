import type { KnownEndpoint } from './known-endpoints';
import { type PeerTotals, peerTotals } from './peer-totals';

/** Another tool that was given the known endpoints. */
export interface PeerTool {
  readonly title: string;
  readonly version: string;
  /** What it was given, and what of that speaks for it. */
  readonly given: string;
  /** How it is installed and called. */
  readonly commands: readonly string[];
}

/** What a peer said of one endpoint. */
export interface PeerReport {
  /** Each failure that it told, by words that are the same wherever it tells the same. */
  readonly failures: readonly string[];
  /** Why it came to no report. */
  readonly trouble?: string;
  readonly requests: number;
  readonly seconds: number;
}

export interface PeerRun extends PeerReport {
  readonly outcome: 'caught' | 'false alarm' | 'passed' | 'failed to run';
}

/** What is kept of all peers, by their names and by the names of the endpoints. */
export interface Peers {
  readonly tools: Readonly<Record<string, PeerTool>>;
  readonly totals: Readonly<Record<string, PeerTotals>>;
  readonly endpoints: Readonly<Record<string, Readonly<Record<string, PeerRun>>>>;
}

export type PeerReports = Readonly<Record<string, Readonly<Record<string, PeerReport>>>>;

/** Holds what the peers said against what they say of the embedded endpoint. What nobody knows any more is left out. */
export function judgedPeers(
  tools: Readonly<Record<string, PeerTool>>,
  reports: PeerReports,
  known: readonly KnownEndpoint[],
): Peers {
  const ofEmbedded = reports.embedded ?? {};
  const endpoints = known.flatMap((endpoint): [string, Record<string, PeerRun>][] => {
    const runs = Object.keys(tools).flatMap((peer): [string, PeerRun][] => {
      const report = reports[endpoint.name]?.[peer];
      return report === undefined
        ? []
        : [[peer, { outcome: outcomeOf(endpoint, report, ofEmbedded[peer]), ...report }]];
    });
    return runs.length === 0 ? [] : [[endpoint.name, Object.fromEntries(runs)]];
  });
  const judged = Object.fromEntries(endpoints);
  const totals = Object.keys(tools).map((peer) => [peer, peerTotals(peer, judged, known)]);
  return { tools, totals: Object.fromEntries(totals), endpoints: judged };
}

function outcomeOf(
  { name, kind }: KnownEndpoint,
  { failures, trouble }: PeerReport,
  ofEmbedded: PeerReport | undefined,
): PeerRun['outcome'] {
  if (trouble !== undefined) return 'failed to run';
  const usual = name === 'embedded' ? [] : (ofEmbedded?.failures ?? []);
  if (failures.every((failure) => usual.includes(failure))) return 'passed';
  return kind === 'mutant' ? 'caught' : 'false alarm';
}
