import { asNova } from '../../mutants/as-nova';
import { variant } from '../variant';

/** Does what the profile `nova` says, and is examined by it. */
export default variant('as-nova', asNova);
