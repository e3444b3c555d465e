import { mutant } from '../mutant';
import { refusesKeys } from '../refuses-keys';

/** Refuses `constructor` and `__proto__`. The fault of a filter against prototype pollution. */
export default mutant('key-constructor-refused', {
  killedBy: ['KEY-09'],
  checkKey: refusesKeys((key) => ['constructor', 'prototype', '__proto__'].includes(key)),
});
