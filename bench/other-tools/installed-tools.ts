import { resolve } from 'node:path';
import { prism } from './prism';
import { schemathesis } from './schemathesis';
import { stepCi } from './step-ci';
import { tempest } from './tempest';
import type { OtherTool } from './tool';

/** The tools that the user must install, by the environment variable with the command. */
const startByVariable = { SCHEMATHESIS: schemathesis, STEP_CI: stepCi, PRISM: prism };

/** The installed tools. Prints the names of the others. */
export async function installedTools(folder: string): Promise<OtherTool[]> {
  const tools: OtherTool[] = [tempest];
  for (const [variable, start] of Object.entries(startByVariable)) {
    const command = commandFromVariable(variable);
    if (command === undefined) process.stdout.write(`${variable} is not set: this tool does not run\n`);
    else tools.push(await start(command, folder));
  }
  return tools;
}

/** The command in an environment variable. A path becomes absolute, because commands run in other folders. */
function commandFromVariable(variable: string): string | undefined {
  const named = process.env[variable];
  return named?.includes('/') ? resolve(named) : named;
}
