import type { Mutant } from '../helpers/mutant';
import * as content from './content';
import * as errors from './errors';
import * as format from './format';
import * as status from './status';

/** The mutants of which the first clause of `killedBy` is a ANSWER clause. */
export const answerMutants: readonly Mutant[] = [content, errors, format, status].flatMap((theme): readonly Mutant[] =>
  Object.values(theme),
);
