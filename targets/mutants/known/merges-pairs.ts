import { mutant } from '../mutant';

/** Upserts the pairs of the request and removes none, but for an empty map. The fault of `ON DUPLICATE KEY UPDATE`. */
export default mutant('merges-pairs', {
  killedBy: ['REPLACE-02'],
  replace: (old, sent) => (Object.keys(sent).length === 0 ? {} : { ...old, ...sent }),
});
