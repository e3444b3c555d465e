import type { Mutant } from '../helpers/mutant';
import * as counting from './counting';
import * as largeMaps from './large-maps';
import * as limit from './limit';

/** The mutants of which the first clause of `killedBy` is a QUOTA clause. */
export const quotaMutants: readonly Mutant[] = [counting, largeMaps, limit].flatMap((theme): readonly Mutant[] =>
  Object.values(theme),
);
