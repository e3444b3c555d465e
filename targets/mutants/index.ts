import { accessMutants } from './access';
import { answerMutants } from './answer';
import { atomicMutants } from './atomic';
import { bodyMutants } from './body';
import { concurrencyMutants } from './concurrency';
import type { Mutant } from './helpers/mutant';
import { isolationMutants } from './isolation';
import { keyMutants } from './key';
import { methodMutants } from './method';
import { quotaMutants } from './quota';
import { replaceMutants } from './replace';
import { stateMutants } from './state';
import { valueMutants } from './value';
import { versionMutants } from './version';

/** All mutants, sorted by name. */
export const allMutants: readonly Mutant[] = [
  ...accessMutants,
  ...answerMutants,
  ...atomicMutants,
  ...bodyMutants,
  ...concurrencyMutants,
  ...isolationMutants,
  ...keyMutants,
  ...methodMutants,
  ...quotaMutants,
  ...replaceMutants,
  ...stateMutants,
  ...valueMutants,
  ...versionMutants,
].sort((one, other) => (one.name < other.name ? -1 : 1));
