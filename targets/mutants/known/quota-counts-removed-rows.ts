import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Counts the old pairs of a full map too, for rows are marked and removed later. The fault of a soft deletion. */
export default mutant('quota-counts-removed-rows', {
  killedBy: ['QUOTA-04'],
  alsoBreaks: ['ANSWER-01'],
  checkQuota: (map, context) => {
    const { metadata } = context.server;
    const isFull = Object.keys(metadata).length === context.store.quota;
    compliant.checkQuota(isFull ? { ...metadata, ...map } : map, context);
  },
});
