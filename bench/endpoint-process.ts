import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { RunningEndpoint } from '../targets/embedded/start-endpoint';

/** Starts the embedded endpoint in a process of its own, because a real target does not share the process of the run. */
export async function startEndpointProcess(): Promise<RunningEndpoint> {
  const child = fork(resolve(__dirname, 'endpoint.js'));
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
