import { compliant } from '../../embedded/compliant';
import { refusesWith } from '../refuses-with';
import { variant } from '../variant';

/** Refuses another content type with 400 (BODY-15). */
export default variant('content-type-refused-with-400', {
  readBody: refusesWith<'readBody'>(compliant.readBody, 415, 400),
});
