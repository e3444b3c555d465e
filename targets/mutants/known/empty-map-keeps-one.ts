import { mutant } from '../mutant';

/** Keeps one pair when an empty map should clear all. The fault of a store that holds no empty document. */
export default mutant('empty-map-keeps-one', {
  killedBy: ['REPLACE-04'],
  replace: (old, sent) => (Object.keys(sent).length === 0 ? Object.fromEntries(Object.entries(old).slice(0, 1)) : sent),
});
