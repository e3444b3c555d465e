import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { versions } from '../../contracts/metadata';
import { callUnder } from './call-under';
import { fedDocument } from './fed-document';
import type { Peer, StartPeer } from './peer';
import { responseViolations } from './response-violations';
import { runCommand } from './run-command';
import { startPrism } from './start-prism';
import { isPassed, tempestChecks } from './tempest-checks';

/** Prism's validating proxy. */
export const prism: StartPeer = async (command, folder) => {
  const { output } = await runCommand(command, ['--version'], { cwd: folder });
  const version = /\d[\w.]*/.exec(output)?.[0] ?? 'unknown';
  const examine: Peer['examine'] = async (endpoint) => {
    const { url, projectId, serverId, quota, signal } = endpoint;
    const cwd = mkdtempSync(join(folder, 'prism-'));
    const document = fedDocument({ project_id: projectId, server_id: serverId }, url);
    writeFileSync(join(cwd, 'openapi.json'), JSON.stringify(document));
    const failures = new Set<string>();
    const proxy = await startPrism(command, calledWith(url), { cwd, signal });
    try {
      for (const each of versions) {
        const call = callUnder(each, { ...endpoint, url: proxy.url }, (asked, answer) => {
          for (const violation of responseViolations(answer)) failures.add(`${asked}: ${violation}`);
        });
        for (const check of tempestChecks(quota)) await isPassed(check, call, signal);
      }
    } finally {
      proxy.stop();
    }
    return [...failures].sort();
  };
  return {
    name: 'prism',
    title: 'Prism’s proxy',
    version,
    given:
      'Stands before the endpoint and holds every answer against the OpenAPI document; sends nothing itself. The requests ' +
      'are those of Tempest’s checks, whose own verdicts do not count here. What it says of a request is no failure.',
    commands: [`npm install --prefix FOLDER @stoplight/prism-cli@${version}`, `prism ${calledWith('URL').join(' ')}`],
    examine,
  };
};

function calledWith(url: string): string[] {
  return ['proxy', 'openapi.json', url, '--port', '0'];
}
