import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Decodes a second `metadata` into the same map. The fault of a decoder that fills what is there. */
export default mutant('body-two-maps-merged', {
  killedBy: ['BODY-08'],
  readBody: (request) => {
    const body = compliant.readBody(request);
    const [, ...maps] = request.body.toString('utf8').split('"metadata":');
    // A pair of that name is no map.
    if (maps.length !== 2 || !maps.every((text) => text.trimStart().startsWith('{'))) return body;
    const both = maps.map((text) => JSON.parse(/\{[^}]*\}/.exec(text)?.[0] ?? '{}') as object);
    return { metadata: Object.assign({}, ...both) };
  },
});
