import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Keeps values of more than 200 characters by project and key, whatever the server. The fault of a table of large texts with a short key. */
export default mutant('long-values-shared', () => {
  const texts = new Map<string, string>();
  const isLong = (value: string) => value.length > 200;
  return {
    killedBy: ['ISOLATION-01'],
    save: (map, context) => {
      for (const [key, value] of Object.entries(map)) {
        if (isLong(value)) texts.set(`${context.server.projectId} ${key}`, value);
      }
      return compliant.save(map, context);
    },
    load: ({ server }): Metadata =>
      Object.fromEntries(
        Object.entries(server.metadata).map(([key, value]) => [
          key,
          isLong(value) ? (texts.get(`${server.projectId} ${key}`) ?? value) : value,
        ]),
      ),
  };
});
