import { forbidden } from '../../embedded/http';
import { mutant } from '../mutant';

/** Allows one pair more than the quota. The fault of counting before the last pair is added. */
export default mutant('quota-one-more', {
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    if (Object.keys(map).length > context.store.quota + 1) throw forbidden('too many pairs');
  },
});
