import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Clears the map in every vm_state. The fault of a shortcut for empty maps before the checks. */
export default mutant('state-not-for-empty-map', {
  killedBy: ['STATE-05', 'STATE-06', 'STATE-07', 'STATE-08', 'STATE-09', 'STATE-10', 'STATE-11', 'STATE-12'],
  checkState: (context) => {
    const { metadata } = context.behaviour.readBody(context.request) as { metadata?: Metadata };
    const isShortcut = metadata !== undefined && Object.keys(metadata).length === 0;
    if (!isShortcut || context.server.locked) compliant.checkState(context);
  },
});
