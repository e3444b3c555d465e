import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectId, serverIds } from '../../targets/embedded/store';
import { openapiForTool, withHeader } from './openapi-for-tool';
import { runCommand } from './run-command';
import type { OtherTool, StartTool } from './tool';

// Variables of the workflow. The command line sets them, so that one workflow serves all endpoints.
const [url, token] = ['env.url', 'secrets.token'].map((name) => `\${{${name}}}`) as [string, string];

export const stepCi: StartTool = async (command, folder) => {
  const { output } = await runCommand(command, ['--version'], { cwd: folder });
  const version = /^\d[\w.]*$/m.exec(output)?.[0] ?? 'unknown';
  const document = openapiForTool({ project_id: projectId, server_id: serverIds[0] ?? '' }, url);
  writeFileSync(join(folder, 'step-ci.json'), JSON.stringify(withHeader(document, 'X-Auth-Token', token)));
  const generated = await runCommand(command, generate, { cwd: folder });
  if (generated.code !== 0) throw new Error(`Step CI generated no workflow: ${generated.output}`);
  const run: OtherTool['run'] = async (endpoint) => {
    const { code, output } = await runCommand(command, argumentsFor(endpoint.url, endpoint.token), {
      cwd: folder,
      signal: endpoint.signal,
    });
    const failures = code === 0 ? [] : stepCiFailures(output);
    if (code !== 0 && failures.length === 0) throw new Error(`exit ${code}: ${output}`);
    return failures;
  };
  return {
    name: 'step-ci',
    title: 'Step CI',
    version,
    given:
      'Generates a workflow from the OpenAPI document. The workflow sends the example and reads it under both URIs, and ' +
      'checks statuses, schemas and bodies. In its favour the document has the token as a header and the example as the ' +
      'response of both.',
    commands: [
      `npm install --prefix FOLDER stepci@${version}`,
      'export STEPCI_DISABLE_ANALYTICS=1',
      `stepci ${generate.join(' ')}`,
      `stepci ${argumentsFor('URL', 'TOKEN').join(' ')}`,
    ],
    run,
  };
};

const generate = ['generate', 'step-ci.json', 'workflow.yml'];

function argumentsFor(address: string, secret: string): string[] {
  return ['run', 'workflow.yml', '-e', `url=${address}`, '-s', `token=${secret}`];
}

const stepTitle = /^(?:●|⚠︎) (\S+ › .*)$/;

/**
 * The failures in the output of Step CI, one for each step: the failed checks, or the reason for no response. Steps that
 * are skipped after a failure do not count.
 */
export function stepCiFailures(output: string): string[] {
  const steps: { readonly name: string; readonly lines: string[] }[] = [];
  for (const line of output.split('\n')) {
    const [, name] = stepTitle.exec(line) ?? [];
    if (name !== undefined) steps.push({ name, lines: [] });
    else steps.at(-1)?.lines.push(line);
  }
  return steps.flatMap(({ name, lines }) => {
    const checks = lines.flatMap((line) => (line.startsWith('✕ ') ? [line.slice(2)] : []));
    if (checks.length > 0) return [`${name}: ${checks.join(', ')}`];
    const reason = lines.find((line) => line.trim() !== '') ?? '';
    return reason.startsWith('Step was skipped') ? [] : [`${name}: ${reason.trim()}`];
  });
}
