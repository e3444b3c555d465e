import type { Behaviour } from '../../embedded/behaviour';
import { compliant } from '../../embedded/compliant';

/** The difference between the embedded endpoint and the `nova` profile: Nova accepts a space in a key. */
export const novaCompliant = {
  profile: 'nova',
  checkKey: (key, context) => compliant.checkKey(key.replaceAll(' ', '_'), context),
} as const satisfies Partial<Behaviour> & { readonly profile: 'nova' };
