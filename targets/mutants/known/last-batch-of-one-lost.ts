import { mutant } from '../mutant';

/** Loses the last pair of thirty-three, sixty-five or ninety-seven. The fault of a bulk insert whose last batch has one row. */
export default mutant('last-batch-of-one-lost', {
  killedBy: ['QUOTA-01', 'QUOTA-02'],
  alsoBreaks: ['REPLACE-01'],
  replace: (_old, sent) => {
    const pairs = Object.entries(sent);
    return pairs.length > 1 && pairs.length % 32 === 1 ? Object.fromEntries(pairs.slice(0, -1)) : sent;
  },
});
