import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Reference } from '../targets/reference/reference';

/** Starts the embedded endpoint in a process of its own, where any target is. */
export async function endpointProcess(): Promise<Reference> {
  const child = fork(resolve(__dirname, 'endpoint.js'));
  const [told] = (await once(child, 'message')) as [Omit<Reference, 'close'>];
  return {
    ...told,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
