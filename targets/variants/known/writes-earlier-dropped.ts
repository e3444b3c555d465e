import { compliant } from '../../embedded/compliant';
import { variant } from '../variant';

/** Drops a replace that a later one overtakes: the two have an order all the same. */
export default variant('writes-earlier-dropped', {
  save: async (map, context) => {
    const { scratch } = context.server;
    const number = Number(scratch.get('number') ?? 0) + 1;
    scratch.set('number', number);
    await context.store.clock.sleep(2);
    if (scratch.get('number') === number) {
      await compliant.save(map, context);
      scratch.set('stored', number);
      return;
    }
    // Whoever is dropped is answered once the later one is carried out.
    while (Number(scratch.get('stored') ?? 0) < number) await context.store.clock.sleep(1);
  },
});
