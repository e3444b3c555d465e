import { mapSizes } from './map-sizes';
import { obeysTheLaws } from './testing/generator-laws';

obeysTheLaws('mapSizes', mapSizes(300), {
  belongs: (size) => Number.isInteger(size) && size >= 0 && size <= 300,
  size: (size) => size,
  classes: {
    '128': (size) => size === 128,
    '129': (size) => size === 129,
    'one less than the most': (size) => size === 299,
    'the most': (size) => size === 300,
    'a number of no note': (size) => size > 130 && size < 190,
  },
});

obeysTheLaws('mapSizes of a small quota', mapSizes(1), {
  belongs: (size) => size === 0 || size === 1,
  size: (size) => size,
  classes: { '0': (size) => size === 0, '1': (size) => size === 1 },
});
