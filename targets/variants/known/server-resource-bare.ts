import { variant } from '../variant';
import { writesJson } from '../writes-json';

/** Shows no map and no time in the server resource, which the page does not describe. */
export default variant('server-resource-bare', {
  handle: writesJson((held) => {
    const { server } = held as { server?: Record<string, unknown> };
    if (server === undefined) return JSON.stringify(held);
    const { metadata: _, updated: __, 'OS-EXT-STS:task_state': ___, ...rest } = server;
    return JSON.stringify({ server: rest });
  }),
});
