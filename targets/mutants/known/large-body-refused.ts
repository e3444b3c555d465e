import { faithful } from '../../reference/faithful';
import { Fault } from '../../reference/fault';
import { mutant } from '../mutant';

/** Refuses bodies of more than 64 KiB, which a full map of long pairs exceeds. The fault of a proxy’s default. */
export default mutant('large-body-refused', {
  killedBy: ['QUOTA-02'],
  readBody: (request) => {
    if (request.body.length > 65_536) throw new Fault(413, 'Request Entity Too Large');
    return faithful.readBody(request);
  },
});
