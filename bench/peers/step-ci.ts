import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectId, serverIds } from '../../targets/embedded/store';
import { fedDocument, withHeader } from './fed-document';
import type { Peer, StartPeer } from './peer';
import { runCommand } from './run-command';
import { stepCiFailures } from './step-ci-failures';

// One workflow serves all endpoints: it takes these from the command that runs it.
const [url, token] = ['env.url', 'secrets.token'].map((name) => `\${{${name}}}`) as [string, string];

/** Step CI. */
export const stepCi: StartPeer = async (command, folder) => {
  const { output } = await runCommand(command, ['--version'], { cwd: folder });
  const version = /^\d[\w.]*$/m.exec(output)?.[0] ?? 'unknown';
  const document = fedDocument({ project_id: projectId, server_id: serverIds[0] ?? '' }, url);
  writeFileSync(join(folder, 'step-ci.json'), JSON.stringify(withHeader(document, 'X-Auth-Token', token)));
  const generated = await runCommand(command, generate, { cwd: folder });
  if (generated.code !== 0) throw new Error(`Step CI generated no workflow: ${generated.output}`);
  const examine: Peer['examine'] = async (endpoint) => {
    const { code, output: said } = await runCommand(command, calledWith(endpoint.url, endpoint.token), {
      cwd: folder,
      signal: endpoint.signal,
    });
    const failures = code === 0 ? [] : stepCiFailures(said);
    if (code !== 0 && failures.length === 0) throw new Error(`exit ${code}: ${said}`);
    return failures;
  };
  return {
    name: 'step-ci',
    title: 'Step CI',
    version,
    given:
      'Generates a workflow from the OpenAPI document, which puts the example and reads it under both URIs, and checks ' +
      'statuses, schemas and bodies. In its favour the document shows the token as a header and the example as the answer ' +
      'of both.',
    commands: [
      `npm install --prefix FOLDER stepci@${version}`,
      'export STEPCI_DISABLE_ANALYTICS=1',
      `stepci ${generate.join(' ')}`,
      `stepci ${calledWith('URL', 'TOKEN').join(' ')}`,
    ],
    examine,
  };
};

const generate = ['generate', 'step-ci.json', 'workflow.yml'];

function calledWith(address: string, secret: string): string[] {
  return ['run', 'workflow.yml', '-e', `url=${address}`, '-s', `token=${secret}`];
}
