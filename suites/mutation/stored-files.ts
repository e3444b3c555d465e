import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Detection, StoredVerdict } from './detection';
import { compareTools, type ToolComparison, type ToolDescription, type ToolReport } from './other-tools';
import type { SampleEndpoint } from './samples';

/** A verdict in the file: members that are as in most verdicts are left out. */
type ShortVerdict = Partial<StoredVerdict> & Pick<StoredVerdict, 'requests'>;

const usual = {
  killedBy: [],
  alsoBreaks: [],
  effort: 'quick',
  seenBy: [],
  right: [],
  narrowed: [],
  wrong: {},
} as const;

/** @param docs the folder `docs/` of the project. */
export function readDetection(docs: string): Detection {
  const stored = readJson(join(docs, 'detection.json')) as Readonly<Record<string, ShortVerdict>>;
  return Object.fromEntries(Object.entries(stored).map(([name, verdict]) => [name, { ...usual, ...verdict }]));
}

/** Writes the endpoints in the order in which they are declared. */
export function writeDetection(docs: string, detection: Detection, endpoints: readonly SampleEndpoint[]): void {
  const entries = endpoints.flatMap(({ name }): [string, object][] => {
    const verdict = detection[name];
    return verdict === undefined ? [] : [[name, withoutUsual(verdict)]];
  });
  writeFileSync(join(docs, 'detection.json'), `${onePerLine(entries)}\n`);
}

function withoutUsual(verdict: StoredVerdict): object {
  const isUsual = (name: string, value: unknown) =>
    name in usual && JSON.stringify(value) === JSON.stringify(usual[name as keyof typeof usual]);
  return Object.fromEntries(Object.entries(verdict).filter(([name, value]) => !isUsual(name, value)));
}

/** A report in the file: a report without failures says so by leaving them out. */
type ShortReport = Omit<ToolReport, 'failures'> & { readonly failures?: readonly string[] };

interface StoredReports {
  readonly tools: Readonly<Record<string, ToolDescription>>;
  readonly endpoints: Readonly<Record<string, Readonly<Record<string, ShortReport>>>>;
}

/** The reports of other tools, judged by what is expected of each endpoint today. */
export function readToolComparison(docs: string, endpoints: readonly SampleEndpoint[]): ToolComparison {
  const stored = readJson(join(docs, 'peers.json')) as StoredReports;
  const reports = Object.entries(stored.endpoints).map(([name, byTool]) => {
    const whole = Object.entries(byTool).map(([tool, report]) => [
      tool,
      { ...report, failures: report.failures ?? [] },
    ]);
    return [name, Object.fromEntries(whole)] as const;
  });
  return compareTools(stored.tools, Object.fromEntries(reports), endpoints);
}

export function writeToolComparison(docs: string, { tools, endpoints }: ToolComparison): void {
  const entries = Object.entries(endpoints).map(([name, byTool]): [string, object] => {
    const short = Object.entries(byTool).map(([tool, { outcome: _, failures, ...report }]) => {
      return [tool, { ...(failures.length > 0 && { failures }), ...report }];
    });
    return [name, Object.fromEntries(short)];
  });
  const described = JSON.stringify(tools, null, 2).replaceAll('\n', '\n  ');
  const text = `{\n  "tools": ${described},\n  "endpoints": ${onePerLine(entries).replaceAll('\n', '\n  ')}\n}\n`;
  writeFileSync(join(docs, 'peers.json'), text);
}

/** A line for each entry, so that a change of one is a change of one line. */
function onePerLine(entries: readonly (readonly [string, object])[]): string {
  return `{\n${entries.map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n')}\n}`;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
