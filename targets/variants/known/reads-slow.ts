import { variant } from '../variant';

/** Takes a moment to show the map that it found. */
export default variant('reads-slow', {
  load: async ({ server, request, store }) => {
    const map = server.metadata;
    await store.clock.sleep(request.url.length % 4);
    return map;
  },
});
