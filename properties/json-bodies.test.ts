import { jsonBodies } from './json-bodies';
import { obeysTheLaws } from './testing/generator-laws';

const metadataOf = (body: string): unknown => {
  const json: unknown = JSON.parse(body);
  return typeof json === 'object' && json !== null && 'metadata' in json ? json.metadata : undefined;
};

obeysTheLaws('jsonBodies', jsonBodies(), {
  belongs: (body) => JSON.parse(body) !== undefined,
  // JSON.stringify may write a smaller number in more digits.
  size: () => 0,
  classes: {
    'a map of metadata': (body) => {
      const metadata = metadataOf(body);
      return typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata);
    },
    'a list of metadata': (body) => Array.isArray(metadataOf(body)),
    'metadata of null': (body) => metadataOf(body) === null,
    'something nested': (body) => /[[{].*[[{].*[[{]/.test(body),
    'no object at all': (body) => !body.startsWith('{'),
  },
});
