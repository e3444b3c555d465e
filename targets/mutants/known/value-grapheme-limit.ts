import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Counts what a reader calls a letter, accents included. The fault of `String.count` in Swift. */
export default mutant('value-grapheme-limit', {
  killedBy: ['VALUE-04'],
  checkValue: (value, key, context) => {
    const isShort = typeof value === 'string' && [...new Intl.Segmenter('en').segment(value)].length <= 255;
    if (!isShort) faithful.checkValue(value, key, context);
  },
});
