import type { Behaviour } from '../reference/behaviour';
import { faithful } from '../reference/faithful';

/** What the profile `nova` demands beyond what the embedded endpoint does: Nova takes a space in a key. */
export const asNova = {
  profile: 'nova',
  checkKey: (key, context) => faithful.checkKey(key.replaceAll(' ', '_'), context),
} as const satisfies Partial<Behaviour> & { readonly profile: 'nova' };
