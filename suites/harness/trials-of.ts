import type { Effort } from './effort';
import type { LawOptions } from './law';

/** How many inputs of a law are tried at an effort, where nothing stops the search before. */
export function trialsOf({ race, changesState, isLarge }: LawOptions, { races, runs, stateShare }: Effort): number {
  if (race) return races;
  return Math.ceil(runs * (changesState ? stateShare : isLarge ? 0.1 : 1));
}
