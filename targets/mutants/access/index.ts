import type { Mutant } from '../helpers/mutant';
import * as foreignServer from './foreign-server';
import * as project from './project';
import * as serverId from './server-id';
import * as token from './token';

/** The mutants of which the first clause of `killedBy` is a ACCESS clause. */
export const accessMutants: readonly Mutant[] = [foreignServer, project, serverId, token].flatMap(
  (theme): readonly Mutant[] => Object.values(theme),
);
