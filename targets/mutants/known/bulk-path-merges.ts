import { mutant } from '../mutant';

/** Merges when a map holds more than fifty pairs. The fault of a bulk insert that skips the deletion. */
export default mutant('bulk-path-merges', {
  killedBy: ['REPLACE-02'],
  replace: (old, sent) => (Object.keys(sent).length > 50 ? { ...old, ...sent } : sent),
});
