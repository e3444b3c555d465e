import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type RunningEndpoint, startEndpoint } from '../targets/embedded/start-endpoint';

/** Starts the embedded endpoint in a process of its own, because a real target does not share the process of the run. */
export async function startEndpointProcess(): Promise<RunningEndpoint> {
  const child = fork(__filename);
  const [endpoint] = (await once(child, 'message')) as [Omit<RunningEndpoint, 'close'>];
  return {
    ...endpoint,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

async function main(): Promise<void> {
  const { close: _, ...endpoint } = await startEndpoint();
  process.send?.(endpoint);
}

// The child process runs this file as its program.
if (require.main === module) void main();
