import { mutant } from '../mutant';

/** Loses the key `__proto__`. The fault of assigning members one by one in JavaScript. */
export default mutant('loses-proto', {
  killedBy: ['KEY-09'],
  replace: (_old, sent) => Object.fromEntries(Object.entries(sent).filter(([key]) => key !== '__proto__')),
});
