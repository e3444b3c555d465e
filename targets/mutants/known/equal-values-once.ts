import { mutant } from '../mutant';

/** Stores one of several pairs that have the same value. The fault of turning the map around and back. */
export default mutant('equal-values-once', {
  killedBy: ['REPLACE-01'],
  replace: (_old, sent) => {
    const byValue = new Map(Object.entries(sent).map(([key, value]) => [value, key]));
    return Object.fromEntries([...byValue].map(([value, key]) => [key, value]));
  },
});
