import { mutant } from '../mutant';

/** Loses what follows the first batch of twenty, where there is no second full one. The fault of a flush that is in the loop. */
export default mutant('quota-second-batch-lost', {
  killedBy: ['QUOTA-01'],
  replace: (_old, sent) => {
    const entries = Object.entries(sent);
    return Object.fromEntries(entries.length > 20 && entries.length < 40 ? entries.slice(0, 20) : entries);
  },
});
