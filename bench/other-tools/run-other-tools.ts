import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { detectionPage } from '../../suites/mutation/detection-page';
import { compareTools, type ToolReport } from '../../suites/mutation/other-tools';
import { type SampleEndpoint, sampleEndpoints } from '../../suites/mutation/samples';
import { readDetection, readToolComparison, writeToolComparison } from '../../suites/mutation/stored-files';
import { installedTools } from './installed-tools';
import { keepReports } from './merge-results';
import { runTool } from './run-tool';
import type { OtherTool } from './tool';

// npm runs its scripts in the folder of package.json.
const docs = resolve('docs');

/**
 * `npm run bench:tools [-- NAME…]`: runs each installed tool against the known endpoints, and writes its reports into
 * `docs/peers.json` and `docs/detection.md`. The reports of other tools and on other endpoints stay there.
 */
async function main(names: readonly string[]): Promise<void> {
  const known = sampleEndpoints();
  const unknown = names.find((name) => known.every((endpoint) => endpoint.name !== name));
  if (unknown !== undefined) throw new Error(`there is no mutant or variant ${unknown}`);
  const folder = mkdtempSync(join(tmpdir(), 'peers-'));
  try {
    const installed = await installedTools(folder);
    const before = readToolComparison(docs, known);
    const { tools, reports } = keepReports(before, installed);
    // The report on the embedded endpoint decides how the other reports of a tool are judged.
    const isFirst = installed.some(({ name }) => reports.embedded?.[name] === undefined);
    const isChosen = (name: string) => names.length === 0 || names.includes(name) || (isFirst && name === 'embedded');
    for (const endpoint of known.filter(({ name }) => isChosen(name))) {
      const added = await runTools(installed, endpoint);
      reports[endpoint.name] = { ...reports[endpoint.name], ...added };
      const judged = compareTools(tools, reports, known);
      // All endpoints take a long time. An interrupted run must not lose the reports so far.
      writeToolComparison(docs, judged);
      const outcomes = installed.map(({ name }) => `${name} ${judged.endpoints[endpoint.name]?.[name]?.outcome}`);
      process.stdout.write(`${endpoint.kind.padEnd(7)} ${endpoint.name.padEnd(36)} ${outcomes.join(', ')}\n`);
    }
    const page = detectionPage(readDetection(docs), readToolComparison(docs, known), known);
    writeFileSync(join(docs, 'detection.md'), page);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The reports of the tools on one endpoint. Each tool gets an instance of its own.
 *
 * @throws if a tool has no report on the embedded endpoint: its other reports could not be judged.
 */
async function runTools(tools: readonly OtherTool[], endpoint: SampleEndpoint): Promise<Record<string, ToolReport>> {
  const reports: Record<string, ToolReport> = {};
  await Promise.all(
    tools.map(async (tool) => {
      const report = await runTool(tool, endpoint);
      if (endpoint.name === 'embedded' && report.trouble !== undefined) {
        throw new Error(`${tool.title} has no report on the embedded endpoint: ${report.trouble}`);
      }
      reports[tool.name] = report;
    }),
  );
  return reports;
}

void main(process.argv.slice(2));
