import { controlValues } from './control-values';
import { obeysTheLaws } from './testing/generator-laws';
import { codePoints, isControl, isSurrogate } from './testing/legal-pairs';

const has = (text: string) => (value: string) => value.includes(text);

obeysTheLaws('controlValues', controlValues(), {
  belongs: (value) => {
    const points = codePoints(value);
    return points.length <= 255 && points.some(isControl) && !points.some(isSurrogate);
  },
  classes: {
    'a control first': (value) => codePoints(value).findIndex(isControl) === 0,
    'a control last': (value) => codePoints(value).findLastIndex(isControl) === codePoints(value).length - 1,
    'a control alone': (value) => codePoints(value).length === 1,
    'several controls': (value) => codePoints(value).filter(isControl).length > 1,
    '255 characters': (value) => codePoints(value).length === 255,
    'a NUL': has('\u0000'),
    'a newline': has('\n'),
    'a DEL': has('\u007F'),
    'a control of C1': has('\u0085'),
    'U+FFFE': has('\uFFFE'),
    'U+FFFF': has('\uFFFF'),
    'U+FDD0': has('\uFDD0'),
  },
});
