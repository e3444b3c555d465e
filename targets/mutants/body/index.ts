import type { Mutant } from '../helpers/mutant';
import * as contentTypeAndSize from './content-type-and-size';
import * as encoding from './encoding';
import * as envelope from './envelope';
import * as jsonSyntax from './json-syntax';
import * as metadataMember from './metadata-member';

/** The mutants of which the first clause of `killedBy` is a BODY clause. */
export const bodyMutants: readonly Mutant[] = [
  contentTypeAndSize,
  encoding,
  envelope,
  jsonSyntax,
  metadataMember,
].flatMap((theme): readonly Mutant[] => Object.values(theme));
