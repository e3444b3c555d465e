import { faithful } from '../../reference/faithful';
import { variant } from '../variant';

/** Takes a space in a key (KEY-07). */
export default variant('space-taken', {
  checkKey: (key, context) => faithful.checkKey(key.replaceAll(' ', '_'), context),
});
