import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Looks at the vm_state when the map is stored already. The fault of a check that was added at the end. */
export default mutant('state-checked-last', {
  killedBy: ['ATOMIC-02'],
  checkState: (context) => {
    try {
      compliant.checkState(context);
    } catch (refusal) {
      if (!context.server.locked) {
        const { metadata } = context.behaviour.readBody(context.request) as { metadata: Metadata };
        context.server.metadata = metadata;
      }
      throw refusal;
    }
  },
});
