import type { Mutant } from '../helpers/mutant';
import * as races from './races';

/** The mutants of which the first clause of `killedBy` is a CONCURRENCY clause. */
export const concurrencyMutants: readonly Mutant[] = [races].flatMap((theme): readonly Mutant[] =>
  Object.values(theme),
);
