import { variant } from '../variant';

/** Knows no quota, and says so (QUOTA-03). */
export default variant('quota-none', {
  quota: -1,
});
