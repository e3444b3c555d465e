import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedSettings } from '../embedded-settings';
import { startReference } from '../../targets/reference/reference';
import { command, newFolder } from './command';
import { faultProxy } from './fault-proxy';
import { type Answers, hostileAnswers, hostileTo } from './hostile-answers';

jest.setTimeout(900_000);
const only = process.env.ONLY;
const whiches = (process.env.WHICH ?? 'everything,after a while,replaces,reads').split(',') as Answers[];
for (const [name, met] of Object.entries(hostileAnswers)) {
  if (only !== undefined && !name.includes(only)) continue;
  for (const which of whiches) {
    test(`${name} / ${which}`, async () => {
      const endpoint = await startReference();
      let count = 0;
      const fault = hostileTo(which, met);
      const proxy = await faultProxy(endpoint.url, (passing) => {
        count += 1;
        return fault(passing);
      });
      const folder = newFolder();
      const preload = join(folder, 'rss.js');
      writeFileSync(preload, `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(join(folder, 'rss'))}, String(process.resourceUsage().maxRSS)))`);
      const settings = embeddedSettings(endpoint);
      const began = Date.now();
      const ended = await command(
        ['run', '--target', proxy.url, '--project-id', String(settings.projectId), '--server-id', String(endpoint.serverIds.slice(0, 2)), '--token', String(settings.token), '--effort', 'quick', '--seed', '1', '--out', 'out'],
        { NODE_OPTIONS: `--require ${preload}` },
        folder,
      );
      const out = join(folder, 'out');
      const sizes = existsSync(out) ? readdirSync(out).map((file) => `${file}=${Math.round(statSync(join(out, file)).size / 1024)}K`).join(' ') : '';
      const rss = existsSync(join(folder, 'rss')) ? Math.round(Number(readFileSync(join(folder, 'rss'), 'utf8')) / 1024) : 0;
      process.stdout.write(`\n### ${name} / ${which}: code ${ended.code}, ${count} requests, ${rss} MB, ${Math.round((Date.now() - began) / 1000)} s, out ${ended.stdout.length} err ${ended.stderr.length}\n${sizes}\n${ended.stderr.split('\n').filter((line) => !/^[a-z-]+: \d/.test(line)).slice(0, 6).join('\n').slice(0, 1500)}\n--- ${ended.stdout.split('\n').slice(0, 8).join('\n').slice(0, 900)}\n`);
      proxy.server.close();
      proxy.server.closeAllConnections();
      await endpoint.close();
    });
  }
}
