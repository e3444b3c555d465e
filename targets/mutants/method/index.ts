import type { Mutant } from '../helpers/mutant';
import * as routing from './routing';

/** The mutants of which the first clause of `killedBy` is a METHOD clause. */
export const methodMutants: readonly Mutant[] = [routing].flatMap((theme): readonly Mutant[] => Object.values(theme));
