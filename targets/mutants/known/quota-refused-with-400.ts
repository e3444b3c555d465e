import { badRequest } from '../../embedded/http';
import { mutant } from '../mutant';

/** Refuses too many pairs with 400. The fault of `maxProperties` in a schema. */
export default mutant('quota-refused-with-400', {
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    if (Object.keys(map).length > context.store.quota) throw badRequest('too many pairs');
  },
});
