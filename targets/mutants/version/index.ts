import type { Mutant } from '../helpers/mutant';
import * as v2AndMicroversions from './v2-and-microversions';

/** The mutants of which the first clause of `killedBy` is a VERSION clause. */
export const versionMutants: readonly Mutant[] = [v2AndMicroversions].flatMap((theme): readonly Mutant[] =>
  Object.values(theme),
);
