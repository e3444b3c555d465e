import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores two single quotes for one. The fault of escaping for SQL beside a prepared statement. */
export default mutant('value-quote-doubled', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.replaceAll("'", "''")),
});
