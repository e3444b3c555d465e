import { sameMetadata } from '../../../contracts/metadata';
import { mutant } from '../mutant';

/** Clears the map when it comes again. The fault of writing the difference to the old map, here an empty one. */
export default mutant('repeat-clears', {
  killedBy: ['REPLACE-06'],
  replace: (old, sent) => (sameMetadata(old, sent) ? {} : sent),
});
