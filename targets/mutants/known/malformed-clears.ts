import { compliant } from '../../embedded/compliant';
import { HttpError } from '../../embedded/http';
import { mutant } from '../mutant';

/** Clears the map when the body is not JSON. The fault of a parser that is called within the write. */
export default mutant('malformed-clears', {
  killedBy: ['ATOMIC-03'],
  replaceMetadata: async (context) => {
    try {
      context.behaviour.readBody(context.request);
    } catch (refusal) {
      if (refusal instanceof HttpError && refusal.status === 400) context.server.metadata = {};
      throw refusal;
    }
    return compliant.replaceMetadata(context);
  },
});
