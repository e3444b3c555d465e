import type { Mutant } from '../helpers/mutant';
import * as controlCharacters from './control-characters';
import * as counting from './counting';
import * as empty from './empty';
import * as encoding from './encoding';
import * as escaping from './escaping';
import * as length from './length';
import * as rewritten from './rewritten';
import * as type from './type';
import * as unicode from './unicode';

/** The mutants of which the first clause of `killedBy` is a VALUE clause. */
export const valueMutants: readonly Mutant[] = [
  controlCharacters,
  counting,
  empty,
  encoding,
  escaping,
  length,
  rewritten,
  type,
  unicode,
].flatMap((theme): readonly Mutant[] => Object.values(theme));
