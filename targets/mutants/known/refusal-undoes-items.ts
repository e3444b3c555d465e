import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Goes back to the map of the last replace when it refuses one, so that what was changed alone since is lost. The fault of a point to roll back to that not every change moves. */
export default mutant('refusal-undoes-items', {
  killedBy: ['ATOMIC-01'],
  alsoBreaks: ['ATOMIC-02', 'ATOMIC-03', 'ATOMIC-05'],
  replaceMetadata: async (context) => {
    const { server } = context;
    try {
      const answer = await compliant.replaceMetadata(context);
      server.scratch.set('replaced', server.metadata);
      return answer;
    } catch (refusal) {
      const replaced = server.scratch.get('replaced') as Metadata | undefined;
      if (replaced !== undefined) server.metadata = replaced;
      throw refusal;
    }
  },
});
