import type { Behaviour } from '../embedded/behaviour';
import { compliant } from '../embedded/compliant';

/** What the profile `nova` demands beyond what the embedded endpoint does: Nova takes a space in a key. */
export const asNova = {
  profile: 'nova',
  checkKey: (key, context) => compliant.checkKey(key.replaceAll(' ', '_'), context),
} as const satisfies Partial<Behaviour> & { readonly profile: 'nova' };
