import { byteOrderMarkBodies } from './byte-order-mark-bodies';
import { obeysTheLaws } from './testing/generator-laws';
import { isLegalMap } from './testing/legal-pairs';

const mapOf = (body: string) => JSON.parse(body.slice(1)).metadata;

obeysTheLaws('byteOrderMarkBodies', byteOrderMarkBodies(), {
  belongs: (body) => body.codePointAt(0) === 0xfeff && isLegalMap(mapOf(body)),
  size: (body) => Object.keys(mapOf(body)).length,
  classes: {
    'an empty map': (body) => body === '\uFEFF{"metadata":{}}',
    'a map with pairs': (body) => Object.keys(mapOf(body)).length > 1,
  },
});
