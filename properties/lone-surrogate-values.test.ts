import { loneSurrogateValues } from './lone-surrogate-values';
import { obeysTheLaws } from './testing/generator-laws';
import { codePoints, isControl, isSurrogate } from './testing/legal-pairs';

obeysTheLaws('loneSurrogateValues', loneSurrogateValues(), {
  belongs: (value) => {
    const points = codePoints(value);
    return points.length <= 255 && points.filter(isSurrogate).length === 1 && !points.some(isControl);
  },
  classes: {
    'a high one': (value) => codePoints(value).some((point) => point >= 0xd800 && point <= 0xdbff),
    'a low one': (value) => codePoints(value).some((point) => point >= 0xdc00 && point <= 0xdfff),
    'one alone': (value) => value.length === 1,
    'one beside a whole pair': (value) => codePoints(value).some((point) => point > 0xffff),
  },
});
