import { spacedKeys } from './spaced-keys';
import { obeysTheLaws } from './testing/generator-laws';
import { isLegalKey } from './testing/legal-pairs';

obeysTheLaws('spacedKeys', spacedKeys(), {
  belongs: (key) => key.includes(' ') && isLegalKey(key.replaceAll(' ', '_')),
  classes: {
    'nothing but a space': (key) => key === ' ',
    'a space first': (key) => key.startsWith(' ') && key.length > 1,
    'a space last': (key) => key.endsWith(' ') && key.length > 1,
    'a space in the middle': (key) => key.slice(1, -1).includes(' '),
    '255 characters': (key) => key.length === 255,
  },
});
