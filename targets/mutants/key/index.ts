import type { Mutant } from '../helpers/mutant';
import * as altered from './altered';
import * as length from './length';
import * as lost from './lost';
import * as pattern from './pattern';
import * as sanitised from './sanitised';
import * as tooStrict from './too-strict';
import * as validation from './validation';

/** The mutants of which the first clause of `killedBy` is a KEY clause. */
export const keyMutants: readonly Mutant[] = [altered, length, lost, pattern, sanitised, tooStrict, validation].flatMap(
  (theme): readonly Mutant[] => Object.values(theme),
);
