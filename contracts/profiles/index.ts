import { ecs } from './ecs';
import { nova } from './nova';
import type { Profile } from './profile';

/** The profiles that come with the suite, by name. */
export const profiles: Readonly<Record<'ecs' | 'nova', Profile>> = { ecs, nova };
