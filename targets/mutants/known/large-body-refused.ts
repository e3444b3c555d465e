import { compliant } from '../../embedded/compliant';
import { HttpError } from '../../embedded/http';
import { mutant } from '../mutant';

/** Refuses bodies of more than 64 KiB, which a full map of long pairs exceeds. The fault of a proxy’s default. */
export default mutant('large-body-refused', {
  killedBy: ['QUOTA-02'],
  readBody: (request) => {
    if (request.body.length > 65_536) throw new HttpError(413, 'Request Entity Too Large');
    return compliant.readBody(request);
  },
});
