import { asNova } from '../as-nova';
import { mutant } from '../mutant';

/** Reads bodies of any size. The fault of a middleware that was left out. */
export default mutant('nova-large-body-taken', {
  ...asNova,
  killedBy: ['BODY-12'],
  checkSize: () => {},
});
