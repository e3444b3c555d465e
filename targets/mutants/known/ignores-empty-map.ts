import { mutant } from '../mutant';

/** Takes an empty map for nothing to do. The fault of `if (metadata)` in Python, where `{}` is false. */
export default mutant('ignores-empty-map', {
  killedBy: ['REPLACE-04'],
  replace: (old, sent) => (Object.keys(sent).length === 0 ? old : sent),
});
