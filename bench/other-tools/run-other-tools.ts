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
 * `npm run bench:tools [-- NAME…]`: lets every peer that is there examine the known endpoints, and writes what it said into
 * `docs/peers.json` and `docs/detection.md`. What is known of other peers and of other endpoints is kept.
 */
async function main(names: readonly string[]): Promise<void> {
  const known = sampleEndpoints();
  const unknown = names.find((name) => known.every((endpoint) => endpoint.name !== name));
  if (unknown !== undefined) throw new Error(`there is no mutant or variant ${unknown}`);
  const folder = mkdtempSync(join(tmpdir(), 'peers-'));
  try {
    const peers = await installedTools(folder);
    const before = readToolComparison(docs, known);
    const { tools, reports } = keepReports(before, peers);
    // What a peer says of the embedded endpoint decides what its other reports are worth.
    const isBlank = peers.some(({ name }) => reports.embedded?.[name] === undefined);
    const isChosen = (name: string) => names.length === 0 || names.includes(name) || (isBlank && name === 'embedded');
    for (const endpoint of known.filter(({ name }) => isChosen(name))) {
      const said = await runTools(peers, endpoint);
      reports[endpoint.name] = { ...reports[endpoint.name], ...said };
      const judged = compareTools(tools, reports, known);
      // A pass over all of them takes its time: what is done is not lost where the rest is cut off.
      writeToolComparison(docs, judged);
      const outcomes = peers.map(({ name }) => `${name} ${judged.endpoints[endpoint.name]?.[name]?.outcome}`);
      process.stdout.write(`${endpoint.kind.padEnd(7)} ${endpoint.name.padEnd(36)} ${outcomes.join(', ')}\n`);
    }
    const page = detectionPage(readDetection(docs), readToolComparison(docs, known), known);
    writeFileSync(join(docs, 'detection.md'), page);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What every peer says of one endpoint, each of one of its own.
 *
 * @throws where one says nothing of the embedded endpoint: its other reports could not be judged.
 */
async function runTools(peers: readonly OtherTool[], endpoint: SampleEndpoint): Promise<Record<string, ToolReport>> {
  const said: Record<string, ToolReport> = {};
  await Promise.all(
    peers.map(async (peer) => {
      const report = await runTool(peer, endpoint);
      if (endpoint.name === 'embedded' && report.trouble !== undefined) {
        throw new Error(`${peer.title} does not report of the embedded endpoint: ${report.trouble}`);
      }
      said[peer.name] = report;
    }),
  );
  return said;
}

void main(process.argv.slice(2));
