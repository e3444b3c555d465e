import type { Mutant } from '../helpers/mutant';
import * as accepted from './accepted';
import * as checkSkipped from './check-skipped';
import * as transitions from './transitions';
import * as wrongRejection from './wrong-rejection';

/** The mutants of which the first clause of `killedBy` is a STATE clause. */
export const stateMutants: readonly Mutant[] = [accepted, checkSkipped, transitions, wrongRejection].flatMap(
  (theme): readonly Mutant[] => Object.values(theme),
);
