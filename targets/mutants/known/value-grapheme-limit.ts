import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Counts what a reader calls a letter, accents included. The fault of `String.count` in Swift. */
export default mutant('value-grapheme-limit', {
  killedBy: ['VALUE-04'],
  checkValue: (value, key, context) => {
    // A segment holds all of the text: of a very long one there are too many.
    const isShort =
      typeof value === 'string' && value.length < 10_000 && [...new Intl.Segmenter('en').segment(value)].length <= 255;
    if (!isShort) compliant.checkValue(value, key, context);
  },
});
