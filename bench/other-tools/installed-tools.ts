import { resolve } from 'node:path';
import { prism } from './prism';
import { schemathesis } from './schemathesis';
import { stepCi } from './step-ci';
import { tempest } from './tempest';
import type { OtherTool } from './tool';

/** The peers that are not part of this project, by the environment variable that names the command. */
const startByVariable = { SCHEMATHESIS: schemathesis, STEP_CI: stepCi, PRISM: prism };

/** The peers that are there. Those that nobody has installed are told. */
export async function installedTools(folder: string): Promise<OtherTool[]> {
  const peers: OtherTool[] = [tempest];
  for (const [variable, start] of Object.entries(startByVariable)) {
    const command = commandFromVariable(variable);
    if (command === undefined) process.stdout.write(`${variable} names no command: that peer is not run\n`);
    else peers.push(await start(command, folder));
  }
  return peers;
}

/** The command that an environment variable names. Commands run in other folders, so a path is made whole. */
function commandFromVariable(variable: string): string | undefined {
  const named = process.env[variable];
  return named?.includes('/') ? resolve(named) : named;
}
