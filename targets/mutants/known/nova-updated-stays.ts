import { compliant } from '../../embedded/compliant';
import { asNova } from '../as-nova';
import { mutant } from '../mutant';

/** Leaves the time of the last update as it was. The fault of metadata in a table of its own. */
export default mutant('nova-updated-stays', {
  ...asNova,
  killedBy: ['REPLACE-09'],
  save: async (map, context) => {
    const { updated } = context.server;
    await compliant.save(map, context);
    context.server.updated = updated;
  },
});
