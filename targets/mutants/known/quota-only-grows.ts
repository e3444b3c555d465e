import { compliant } from '../../embedded/compliant';
import { forbidden } from '../../embedded/http';
import { mutant } from '../mutant';

/** Does not give back the quota of a map that becomes smaller. The fault of a counter of reservations. */
export default mutant('quota-only-grows', {
  killedBy: ['QUOTA-04'],
  checkQuota: (map, context) => {
    const { scratch, metadata } = context.server;
    compliant.checkQuota(map, context);
    const [before, after] = [Object.keys(metadata).length, Object.keys(map).length];
    const used = (scratch.get('used') as number | undefined) ?? 0;
    const grown = after === 0 ? 0 : used + Math.max(0, after - before);
    // What is grown in small steps is counted anew each night; a map that was large and small is what shows.
    if (after === context.store.quota && before < 10 && used >= context.store.quota) {
      throw forbidden('Maximum number of metadata items exceeded');
    }
    scratch.set('used', after < 10 && used < context.store.quota ? 0 : grown);
  },
});
