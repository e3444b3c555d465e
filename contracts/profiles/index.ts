import type { Profile } from '../profile';
import { ecs } from './ecs';
import { nova } from './nova';

/** The profiles that come with the suite, by name. */
export const profiles: Readonly<Record<'ecs' | 'nova', Profile>> = { ecs, nova };
