import { faithful } from '../../reference/faithful';
import { refusesWith } from '../refuses-with';
import { variant } from '../variant';

/** Refuses another content type with 400 (BODY-15). */
export default variant('content-type-refused-with-400', {
  readBody: refusesWith<'readBody'>(faithful.readBody, 415, 400),
});
