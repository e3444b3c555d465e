import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Joins the values of a key that is there twice. The fault of a reader made for headers. */
export default mutant('body-repeated-key-joined', {
  killedBy: ['BODY-08'],
  readBody: (request) => {
    const text = request.body.toString('utf8');
    const body = compliant.readBody(request) as { metadata?: Record<string, unknown> };
    const [, key, first] = /\{"metadata": ?\{"([a-z]+)": ?"(\w*)"/.exec(text) ?? [];
    const isTwice = key !== undefined && text.split(`"${key}":`).length > (key === 'metadata' ? 3 : 2);
    return isTwice ? { metadata: { ...body.metadata, [key]: `${first},${String(body.metadata?.[key])}` } } : body;
  },
});
