import { mutant } from '../mutant';

/** Drops pairs with an empty value. The fault of `if value:` in a loop. */
export default mutant('value-drops-empty', {
  killedBy: ['VALUE-02'],
  replace: (_old, sent) => Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== '')),
});
