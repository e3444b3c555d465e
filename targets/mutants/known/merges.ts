import { mutant } from '../mutant';

/** Merges instead of replacing. The fault of a POST handler reused for PUT. */
export default mutant('merges', {
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  replace: (old, sent) => ({ ...old, ...sent }),
});
