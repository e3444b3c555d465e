import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Counts the keys that are new alone. The fault of charging for additions. */
export default mutant('quota-not-for-what-is-there', {
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    const { metadata } = context.server;
    const isNew = (key: string) => !Object.hasOwn(metadata, key);
    faithful.checkQuota(Object.fromEntries(Object.entries(map).filter(([key]) => isNew(key))), context);
  },
});
