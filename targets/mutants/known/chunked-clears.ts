import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Does not read a body in chunks, and takes none for an empty map. */
export default mutant('chunked-clears', {
  isOfTransport: true,
  killedBy: ['REPLACE-01'],
  readBody: (request) =>
    request.headers['transfer-encoding'] === 'chunked' ? { metadata: {} } : compliant.readBody(request),
});
