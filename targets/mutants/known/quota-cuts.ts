import { mutant } from '../mutant';

/** Stores as many pairs as the quota allows, and leaves out the rest. The fault of a LIMIT in place of a check. */
export default mutant('quota-cuts', {
  killedBy: ['QUOTA-03'],
  checkQuota: () => {},
  replace: (_old, sent, { store }) => Object.fromEntries(Object.entries(sent).slice(0, store.quota)),
});
