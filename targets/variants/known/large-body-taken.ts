import { variant } from '../variant';

/** Takes bodies of any size (BODY-12). */
export default variant('large-body-taken', {
  checkSize: () => {},
});
