import { mutant } from '../mutant';
import { refusesValues } from '../refuses-values';

/** Refuses a value that looks like SQL or a script. The fault of a web application firewall. */
export default mutant('value-refuses-markup', {
  killedBy: ['VALUE-03'],
  checkValue: refusesValues((value) => /<script|drop table/i.test(value)),
});
