import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Refuses a value with a backslash before what looks like an escape. The fault of a proxy that resolves escapes before it parses. */
export default mutant('body-escapes-resolved-first', {
  killedBy: ['VALUE-03'],
  readBody: (request) => {
    const resolved = request.body.toString().replace(/\\u([0-9a-f]{4})/gi, (found, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code >= 0x80 && (code < 0xd800 || code > 0xdfff) ? String.fromCharCode(code) : found;
    });
    return compliant.readBody({ ...request, body: Buffer.from(resolved) });
  },
});
