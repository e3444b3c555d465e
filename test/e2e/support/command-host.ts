import { execute } from '../../../cli/program/main';
import type { CommandResult, HostedCommand } from './command';

// The process of `callCommand`: it runs one command for each message, and sends what the command printed.

const output = { stdout: '', stderr: '' };
for (const name of ['stdout', 'stderr'] as const) {
  process[name].write = (text: string | Uint8Array) => {
    output[name] += String(text);
    return true;
  };
}

process.on('message', async ({ args, environment, folder }: HostedCommand) => {
  Object.assign(output, { stdout: '', stderr: '' });
  process.chdir(folder);
  // The machine holds the object, so its members are replaced.
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  process.exitCode = undefined;
  await execute([process.execPath, 'main.js', ...args]);
  process.send?.({ code: Number(process.exitCode), ...output } satisfies CommandResult);
});
