import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../test/e2e/support/chromium';
import { fleetResults, realResults } from './site-results';

/** Targets and runs of each: together 1,000 results. */
const shapes = [
  [25, 40],
  [1_000, 1],
  [1, 1_000],
] as const;

const command = resolve(__dirname, '../cli/main.js');

/** `npm run bench:site`: how long `site` takes for 1,000 results, and how long a browser takes to open its pages. */
async function main(): Promise<void> {
  const real = await realResults();
  const browser = await launchChromium();
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  try {
    for (const [targets, runs] of shapes) {
      const [results, out] = [join(folder, `${targets}`), join(folder, `site-${targets}`)];
      let number = 0;
      for (const result of fleetResults(real, targets, runs)) {
        number += 1;
        mkdirSync(join(results, `${number}`), { recursive: true });
        writeFileSync(join(results, `${number}`, 'result.json'), JSON.stringify(result, null, 2));
      }
      const began = performance.now();
      const { status, stderr } = spawnSync(process.execPath, [command, 'site', results, '--out', out]);
      if (status !== 0) throw new Error(`site failed: ${stderr}`);
      console.log(`${targets} targets, ${runs} runs each: built in ${seconds(began)}, ${megabytes(out)} MB`);
      const pages = ['index.html', 'clauses.html', 'limits.html', `targets/${readdirSync(join(out, 'targets'))[0]}`];
      for (const page of pages) {
        const opened = await browser.newPage();
        const session = await opened.context().newCDPSession(opened);
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        const start = performance.now();
        await opened.goto(pathToFileURL(join(out, page)).href, { waitUntil: 'load' });
        await opened.evaluate(() => new Promise((settle) => requestAnimationFrame(() => setTimeout(settle, 0))));
        const time = seconds(start);
        const { metrics } = await session.send('Performance.getMetrics');
        const busy = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
        const size = `${kilobytes(join(out, page))} kB`;
        console.log(`  ${page} (${size}) opened in ${time}, ${busy.toFixed(2)} s of the processor`);
        await opened.close();
      }
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1_000).toFixed(2)} s`;
}

function kilobytes(path: string): number {
  return Math.round(statSync(path).size / 1_000);
}

function megabytes(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.round(files.reduce((sum, file) => sum + kilobytes(join(file.parentPath, file.name)), 0) / 1_000);
}

void main();
