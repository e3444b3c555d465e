import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { versions } from '../../contracts/metadata';
import { openapiForTool } from './openapi-for-tool';
import { type CommandOptions, runCommand } from './run-command';
import { callsUnder, isPassed, tempestChecks } from './tempest';
import type { OtherTool, StartTool } from './tool';

/** Prism's validating proxy. */
export const prism: StartTool = async (command, folder) => {
  const { output } = await runCommand(command, ['--version'], { cwd: folder });
  const version = /\d[\w.]*/.exec(output)?.[0] ?? 'unknown';
  const run: OtherTool['run'] = async (endpoint) => {
    const { url, projectId, serverId, quota, signal } = endpoint;
    const cwd = mkdtempSync(join(folder, 'prism-'));
    const document = openapiForTool({ project_id: projectId, server_id: serverId }, url);
    writeFileSync(join(cwd, 'openapi.json'), JSON.stringify(document));
    const failures = new Set<string>();
    const proxy = await startPrism(command, argumentsFor(url), { cwd, signal });
    try {
      for (const each of versions) {
        const call = callsUnder(each, { ...endpoint, url: proxy.url }, (request, response) => {
          for (const violation of responseViolations(response)) failures.add(`${request}: ${violation}`);
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
      'A proxy that validates each response by the OpenAPI document. It sends no requests of its own. The requests are those ' +
      'of Tempest’s checks, without their verdicts. A complaint about a request does not count as a failure.',
    commands: [`npm install --prefix FOLDER @stoplight/prism-cli@${version}`, `prism ${argumentsFor('URL').join(' ')}`],
    run,
  };
};

function argumentsFor(url: string): string[] {
  return ['proxy', 'openapi.json', url, '--port', '0'];
}

/** Starts Prism, and waits until it prints its URL. @throws if it ends before that. */
async function startPrism(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<{ readonly url: string; stop(): void }> {
  const env = { ...process.env, NO_COLOR: '1' };
  const child = spawn(command, args, { ...options, env, killSignal: 'SIGKILL', stdio: ['ignore', 'pipe', 'pipe'] });
  // The signal ends the child with an error event. The promise below rejects then, because the output ends.
  child.once('error', () => {});
  child.stderr.resume();
  const lines = createInterface(child.stdout);
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const [, found] = /Prism is listening on (\S+)/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    lines.once('close', () => reject(new Error('Prism ended before it listened')));
  });
  return { url, stop: () => void child.kill('SIGKILL') };
}

interface Violation {
  readonly location: readonly string[];
  readonly message: string;
}

/** The violations that Prism reports for a response. Violations of the request, in the same header, are left out. */
export function responseViolations({ status, headers }: Pick<Response, 'status' | 'headers'>): string[] {
  const violations = JSON.parse(headers.get('sl-violations') ?? '[]') as Violation[];
  return violations.flatMap(({ location, message }) =>
    location[0] === 'response' ? [`${status}, ${location.slice(1).join('.')} ${message}`] : [],
  );
}
