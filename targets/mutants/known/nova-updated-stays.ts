import { faithful } from '../../reference/faithful';
import { asNova } from '../as-nova';
import { mutant } from '../mutant';

/** Leaves the time of the last update as it was. The fault of metadata in a table of its own. */
export default mutant('nova-updated-stays', {
  ...asNova,
  killedBy: ['REPLACE-09'],
  store: async (map, context) => {
    const { updated } = context.server;
    await faithful.store(map, context);
    context.server.updated = updated;
  },
});
