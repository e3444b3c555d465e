import { compliant } from '../../embedded/compliant';
import { refusesWith } from '../refuses-with';
import { variant } from '../variant';

/** Refuses too many pairs with 413, as older clouds do (QUOTA-03). */
export default variant('quota-413', {
  checkQuota: refusesWith<'checkQuota'>(compliant.checkQuota, 403, 413),
});
