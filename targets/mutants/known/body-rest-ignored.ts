import { mutant } from '../mutant';
import { readsAlso } from '../reads-also';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Ignores what follows the body. The fault of Go’s decoder, which reads one value of a stream. */
export default mutant('body-rest-ignored', {
  killedBy: ['BODY-04'],
  readBody: readsAlso((text) => {
    for (let end = text.lastIndexOf('}'); end > 0; end = text.lastIndexOf('}', end - 1)) {
      const body = parsed(text.slice(0, end + 1));
      if (body !== undefined) return body;
    }
    throw new SyntaxError();
  }),
});
