import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Checks and stores pairs in batches of fifty: what stood before a bad one is stored. The fault of a commit for each batch. */
export default mutant('batches-of-fifty-committed', {
  killedBy: ['ATOMIC-01', 'ATOMIC-05'],
  // Where the vm_state is looked at behind them.
  alsoBreaks: ['ATOMIC-02'],
  checkPairs: (raw, context) => {
    const entries = Object.entries(raw);
    for (let from = 0; from < entries.length; from += 50) {
      compliant.checkPairs(Object.fromEntries(entries.slice(from, from + 50)), context);
      const isMore = from + 50 < entries.length;
      if (isMore) context.server.metadata = Object.fromEntries(entries.slice(0, from + 50)) as Record<string, string>;
    }
    return raw as Record<string, string>;
  },
});
