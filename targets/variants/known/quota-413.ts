import { faithful } from '../../reference/faithful';
import { refusesWith } from '../refuses-with';
import { variant } from '../variant';

/** Refuses too many pairs with 413, as older clouds do (QUOTA-03). */
export default variant('quota-413', {
  checkQuota: refusesWith<'checkQuota'>(faithful.checkQuota, 403, 413),
});
