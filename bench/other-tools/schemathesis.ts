import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openapiForTool } from './openapi-for-tool';
import { runCommand } from './run-command';
import type { OtherTool, StartTool } from './tool';

// POST is left out: the API has it, and the document does not describe it. A failure of POST would hide other failures.
const methods = ['delete', 'options', 'patch', 'query', 'trace'];
const configuration = ['[phases.coverage]', `unexpected-methods = ${JSON.stringify(methods)}`];

/** Schemathesis, with a bounded number of examples. */
export const schemathesis: StartTool = async (command, folder) => {
  const { output } = await runCommand(command, ['--version'], { cwd: folder });
  const version = /\d[\w.]*/.exec(output)?.[0] ?? 'unknown';
  const run: OtherTool['run'] = async ({ url, projectId, serverId, token, signal }) => {
    // Schemathesis stores failing requests in its folder, and would send them to the next endpoint.
    const cwd = mkdtempSync(join(folder, 'schemathesis-'));
    const document = openapiForTool({ project_id: projectId, server_id: serverId }, url);
    writeFileSync(join(cwd, 'openapi.json'), JSON.stringify(document));
    writeFileSync(join(cwd, 'schemathesis.toml'), configuration.join('\n'));
    const { code, output } = await runCommand(command, argumentsFor(url, token), { cwd, signal });
    // 0: no failure; 1: failures; any other code: the run is not complete.
    if (code !== 0 && code !== 1) throw new Error(`exit ${code}: ${output}`);
    return schemathesisFailures(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')) as SchemathesisReport);
  };
  const called = argumentsFor('URL', 'TOKEN').map((word) => (word.includes(' ') ? `'${word}'` : word));
  return {
    name: 'schemathesis',
    title: 'Schemathesis',
    version,
    given:
      'Generates requests from the OpenAPI document, in all phases and with all its default checks. In its favour it ' +
      'continues after a failure, and does not send POST, which the API has and the document does not describe.',
    commands: [
      `pip install schemathesis==${version}`,
      `printf '%s\\n' ${configuration.map((line) => `'${line}'`).join(' ')} > schemathesis.toml`,
      `schemathesis ${called.join(' ')}`,
    ],
    run,
  };
};

function argumentsFor(url: string, token: string): string[] {
  const given = ['openapi.json', '--url', url, '--header', `X-Auth-Token: ${token}`];
  const generated = ['--seed', '1', '--max-examples', '30', '--generation-database', 'none'];
  const thorough = ['--continue-on-failure', '--no-shrink'];
  return ['run', ...given, ...generated, ...thorough, '--report', 'json', '--report-json-path', 'report.json'];
}

/** The parts of a JSON report of Schemathesis that are used here. */
interface SchemathesisReport {
  readonly complete: boolean;
  readonly failures: readonly { readonly title: string; readonly operations: readonly string[] }[];
  readonly errors: readonly unknown[];
}

/**
 * The failures of a report, one for each check and operation.
 *
 * @throws if the run is not complete.
 */
export function schemathesisFailures({ complete, failures, errors }: SchemathesisReport): string[] {
  if (!complete || errors.length > 0) throw new Error(`not complete: ${JSON.stringify(errors)}`);
  return failures.flatMap(({ title, operations }) => operations.map((operation) => `${operation}: ${title}`)).sort();
}
