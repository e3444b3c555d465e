import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

const block = 16_384;

/** Decodes a body in blocks of 16 kilobytes, and spoils a character across their border. The fault of a decoder that is made anew for each read. */
export default mutant('body-decoded-in-blocks', {
  killedBy: ['VALUE-03'],
  alsoBreaks: ['VALUE-05', 'VALUE-06'],
  readBody: (request) => {
    const blocks: string[] = [];
    for (let from = 0; from < request.body.length; from += block) {
      blocks.push(request.body.subarray(from, from + block).toString('utf8'));
    }
    return compliant.readBody({ ...request, body: Buffer.from(blocks.join('')) });
  },
});
