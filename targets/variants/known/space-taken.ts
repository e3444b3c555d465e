import { compliant } from '../../embedded/compliant';
import { variant } from '../variant';

/** Takes a space in a key (KEY-07). */
export default variant('space-taken', {
  checkKey: (key, context) => compliant.checkKey(key.replaceAll(' ', '_'), context),
});
