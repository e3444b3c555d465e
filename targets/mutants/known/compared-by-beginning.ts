import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

const beginning = (map: Metadata) => JSON.stringify(map).slice(0, 4_096);

/** Writes nothing where the old and the new map begin alike in their first 4,096 characters. The fault of a hash of what the first buffer holds. */
export default mutant('compared-by-beginning', {
  killedBy: ['REPLACE-03'],
  alsoBreaks: ['REPLACE-01', 'REPLACE-02'],
  save: (map, context) => {
    if (beginning(context.server.metadata) !== beginning(map)) return compliant.save(map, context);
  },
});
