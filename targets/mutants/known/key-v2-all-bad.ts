import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes a map under /v2 in which every key is bad, as Nova 33 does. The fault of a schema that drops unknown names before it counts them. */
export default mutant('key-v2-all-bad', {
  killedBy: ['KEY-03', 'KEY-04', 'KEY-05', 'KEY-06'],
  checkPairs: (raw, context) => {
    const isBad = (key: string) => !/^[A-Za-z0-9\-_:. ]{1,255}$/.test(key) || key.endsWith('\n');
    const keys = Object.keys(raw);
    if (context.version === 'v2.1' || keys.length === 0 || !keys.every(isBad))
      return compliant.checkPairs(raw, context);
    for (const [key, value] of Object.entries(raw)) context.behaviour.checkValue(value, key, context);
    return raw as Metadata;
  },
});
