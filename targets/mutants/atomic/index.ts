import type { Mutant } from '../helpers/mutant';
import * as dataLoss from './data-loss';
import * as partialWrite from './partial-write';

/** The mutants of which the first clause of `killedBy` is a ATOMIC clause. */
export const atomicMutants: readonly Mutant[] = [dataLoss, partialWrite].flatMap((theme): readonly Mutant[] =>
  Object.values(theme),
);
