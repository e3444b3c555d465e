import { setTimeout } from 'node:timers/promises';
import { variant } from '../variant';

/** Takes a moment to show the map that it found. */
export default variant('reads-slow', {
  load: async ({ server, request }) => {
    const map = server.metadata;
    await setTimeout(request.url.length % 4);
    return map;
  },
});
