import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores a UUID in lower case. The fault of a library that knows types by their looks. */
export default mutant('value-uuid-lowered', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) =>
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value.toLowerCase() : value,
  ),
});
