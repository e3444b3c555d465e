import { variant } from '../variant';

/** Allows forty pairs, and says so (QUOTA-02). */
export default variant('quota-of-forty', {
  quota: 40,
});
