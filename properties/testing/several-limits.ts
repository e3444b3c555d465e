import type { Limits } from '../../contracts/profile';
import { limitBounds } from '../../contracts/profile-schema';
import { ecs } from '../../contracts/profiles/ecs';

const { characters, always } = limitBounds;

/** Those of the page, some others, and the least and the most that a profile may set. */
export const severalLimits: readonly Limits[] = [
  ecs.limits,
  { ...ecs.limits, keyLength: 64, valueLength: 100 },
  { keyLength: characters.minimum, valueLength: characters.minimum, always: always.minimum, quota: always.minimum },
  { ...ecs.limits, keyLength: characters.maximum, valueLength: characters.maximum },
];
