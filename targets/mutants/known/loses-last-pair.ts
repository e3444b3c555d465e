import { mutant } from '../mutant';

/** Stores all pairs but the last one. The fault of an upper bound that is one too low. */
export default mutant('loses-last-pair', {
  killedBy: ['REPLACE-01'],
  replace: (_old, sent) => Object.fromEntries(Object.entries(sent).slice(0, -1)),
});
