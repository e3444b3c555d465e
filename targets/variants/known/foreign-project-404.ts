import { compliant } from '../../embedded/compliant';
import { refusesWith } from '../refuses-with';
import { variant } from '../variant';

/** Refuses a foreign project in the URI with 404 (ACCESS-05). */
export default variant('foreign-project-404', {
  authorise: refusesWith<'authorise'>(compliant.authorise, 400, 404),
});
