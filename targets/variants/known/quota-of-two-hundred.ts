import { variant } from '../variant';

/** Allows two hundred pairs, and says so (QUOTA-02). */
export default variant('quota-of-two-hundred', {
  quota: 200,
});
