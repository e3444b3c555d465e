import { forbidden } from '../../embedded/http';
import { mutant } from '../mutant';

/** Allows one pair less than the quota. The fault of `>=` for `>`. */
export default mutant('quota-one-less', {
  killedBy: ['QUOTA-02'],
  checkQuota: (map, context) => {
    if (Object.keys(map).length >= context.store.quota) throw forbidden('too many pairs');
  },
});
