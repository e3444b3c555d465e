import { mutant } from '../mutant';

/** Normalises text to NFC. The fault of a store that does so for searching. */
export default mutant('value-normalises', {
  killedBy: ['VALUE-03'],
  replace: (_old, sent) => Object.fromEntries(Object.entries(sent).map(([key, value]) => [key, value.normalize()])),
});
