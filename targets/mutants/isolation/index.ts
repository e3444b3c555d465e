import type { Mutant } from '../helpers/mutant';
import * as otherServers from './other-servers';

/** The mutants of which the first clause of `killedBy` is a ISOLATION clause. */
export const isolationMutants: readonly Mutant[] = [otherServers].flatMap((theme): readonly Mutant[] =>
  Object.values(theme),
);
