import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Counts the keys that are new alone. The fault of charging for additions. */
export default mutant('quota-not-for-what-is-there', {
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    const { metadata } = context.server;
    const isNew = (key: string) => !Object.hasOwn(metadata, key);
    compliant.checkQuota(Object.fromEntries(Object.entries(map).filter(([key]) => isNew(key))), context);
  },
});
