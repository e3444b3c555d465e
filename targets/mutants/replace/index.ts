import type { Mutant } from '../helpers/mutant';
import * as addedPairs from './added-pairs';
import * as leftovers from './leftovers';
import * as lostPairs from './lost-pairs';
import * as merging from './merging';
import * as skippedWrites from './skipped-writes';
import * as staleViews from './stale-views';

/** The mutants of which the first clause of `killedBy` is a REPLACE clause. */
export const replaceMutants: readonly Mutant[] = [
  addedPairs,
  leftovers,
  lostPairs,
  merging,
  skippedWrites,
  staleViews,
].flatMap((theme): readonly Mutant[] => Object.values(theme));
