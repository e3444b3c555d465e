import { mutant } from '../mutant';

/** Trims values. The fault of a form library between the wire and the store. */
export default mutant('value-trims', {
  killedBy: ['VALUE-03'],
  replace: (_old, sent) => Object.fromEntries(Object.entries(sent).map(([key, value]) => [key, value.trim()])),
});
