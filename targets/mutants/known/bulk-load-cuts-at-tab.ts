import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Ends values at a tab where there are more than twenty pairs. The fault of loading them in bulk, from columns that tabs part. */
export default mutant('bulk-load-cuts-at-tab', {
  killedBy: ['VALUE-08'],
  replace: (_old, sent) => {
    if (Object.keys(sent).length <= 20) return sent;
    return eachPair(sent, (key, value) => [key, value.split('\t')[0] ?? '']);
  },
});
