import type { SampleEndpoint } from './samples';

/** Another tool that was given the known endpoints. */
export interface ToolDescription {
  readonly title: string;
  readonly version: string;
  /** The input that it had, and the advantage that this gives it. */
  readonly given: string;
  /** How it is installed and called. */
  readonly commands: readonly string[];
}

/** The result of another tool on one endpoint. */
export interface ToolReport {
  /** Each failure that it told, by words that are the same wherever it tells the same. */
  readonly failures: readonly string[];
  /** Why it came to no report. */
  readonly trouble?: string;
  readonly requests: number;
}

export interface ToolRun extends ToolReport {
  readonly outcome: 'caught' | 'false alarm' | 'passed' | 'failed to run';
}

/** The stored results of all other tools, by tool and by endpoint. */
export interface ToolComparison {
  readonly tools: Readonly<Record<string, ToolDescription>>;
  readonly endpoints: Readonly<Record<string, Readonly<Record<string, ToolRun>>>>;
}

export type ToolReports = Readonly<Record<string, Readonly<Record<string, ToolReport>>>>;

/** Holds what the peers said against what they say of the embedded endpoint. What nobody knows any more is left out. */
export function compareTools(
  tools: Readonly<Record<string, ToolDescription>>,
  reports: ToolReports,
  known: readonly SampleEndpoint[],
): ToolComparison {
  const ofEmbedded = reports.embedded ?? {};
  const endpoints = known.flatMap((endpoint): [string, Record<string, ToolRun>][] => {
    const runs = Object.keys(tools).flatMap((peer): [string, ToolRun][] => {
      const report = reports[endpoint.name]?.[peer];
      return report === undefined
        ? []
        : [[peer, { outcome: outcomeOf(endpoint, report, ofEmbedded[peer]), ...report }]];
    });
    return runs.length === 0 ? [] : [[endpoint.name, Object.fromEntries(runs)]];
  });
  return { tools, endpoints: Object.fromEntries(endpoints) };
}

function outcomeOf(
  { name, kind }: SampleEndpoint,
  { failures, trouble }: ToolReport,
  ofEmbedded: ToolReport | undefined,
): ToolRun['outcome'] {
  if (trouble !== undefined) return 'failed to run';
  const usual = name === 'embedded' ? [] : (ofEmbedded?.failures ?? []);
  if (failures.every((failure) => usual.includes(failure))) return 'passed';
  return kind === 'mutant' ? 'caught' : 'false alarm';
}

/** How a peer did in all. */
interface ToolTotals {
  readonly mutants: number;
  readonly caught: number;
  readonly variants: number;
  readonly falseAlarms: number;
  /** Failures that it tells of the embedded endpoint, which count nowhere else. */
  readonly failuresOfEmbedded: number;
  readonly failedToRun: number;
  readonly requests: number;
}

/** Sums what one peer said of the endpoints that are known. */
export function toolTotals(
  peer: string,
  endpoints: ToolComparison['endpoints'],
  known: readonly SampleEndpoint[],
): ToolTotals {
  const runs = known.flatMap(({ name, kind }) => {
    const run = endpoints[name]?.[peer];
    return run === undefined ? [] : [{ name, kind, ...run }];
  });
  const count = (field: 'kind' | 'outcome', value: string) => runs.filter((run) => run[field] === value).length;
  return {
    mutants: count('kind', 'mutant'),
    caught: count('outcome', 'caught'),
    variants: count('kind', 'variant'),
    falseAlarms: count('outcome', 'false alarm'),
    failuresOfEmbedded: endpoints.embedded?.[peer]?.failures.length ?? 0,
    failedToRun: count('outcome', 'failed to run'),
    requests: runs.reduce((total, run) => total + run.requests, 0),
  };
}
