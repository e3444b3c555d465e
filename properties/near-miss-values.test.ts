import { nearMissValues } from './near-miss-values';
import { obeysTheLaws } from './testing/generator-laws';
import { codePoints } from './testing/legal-pairs';

const text = (length: number, bytes: number) => (value: unknown) =>
  typeof value === 'string' && codePoints(value).length === length && Buffer.byteLength(value) === length * bytes;
const isMap = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

obeysTheLaws('nearMissValues', nearMissValues(), {
  belongs: (value) => typeof value !== 'string' || codePoints(value).length > 255,
  classes: {
    '256 letters': text(256, 1),
    '256 ideographs': text(256, 3),
    '256 astral characters': text(256, 4),
    '257 letters': text(257, 1),
    '300 letters': text(300, 1),
    '1,000 letters': text(1_000, 1),
    null: (value) => value === null,
    'a boolean': (value) => typeof value === 'boolean',
    'a whole number': (value) => Number.isInteger(value),
    'a fraction': (value) => value === 1.5,
    'an empty list': (value) => Array.isArray(value) && value.length === 0,
    'a list of texts': (value) => Array.isArray(value) && typeof value[0] === 'string',
    'an object': isMap,
    'an object in a list': (value) => Array.isArray(value) && value.some(isMap),
  },
});
