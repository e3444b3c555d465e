import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes a number of more than fifteen digits, as text. The fault of a parser that would not lose digits. */
export default mutant('value-long-number-as-text', {
  killedBy: ['VALUE-09'],
  readBody: (request) => {
    const text = request.body.toString().replace(/(?<=[:[,]\s*)-?\d{16,}(?=\s*[,}\]])/g, '"$&"');
    return compliant.readBody({ ...request, body: Buffer.from(text) });
  },
});
