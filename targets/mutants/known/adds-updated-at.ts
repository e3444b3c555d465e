import { mutant } from '../mutant';

/** Stores the time of the change as one more pair. The fault of a column of its own that ended up in the map. */
export default mutant('adds-updated-at', {
  killedBy: ['REPLACE-05'],
  replace: (_old, sent, { server }) => ({ ...sent, updated_at: `revision ${server.replaced}` }),
});
