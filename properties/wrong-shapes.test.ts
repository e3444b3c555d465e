import { obeysTheLaws } from './testing/generator-laws';
import { wrongShapes } from './wrong-shapes';

const isObject = (json: unknown) => Object.prototype.toString.call(json) === '[object Object]';
const metadataOf = (body: string) => new Map(Object.entries(JSON.parse(body) ?? {})).get('metadata');

obeysTheLaws('wrongShapes', wrongShapes(), {
  belongs: (body) => !isObject(JSON.parse(body)) || !isObject(metadataOf(body)),
  classes: {
    'an empty object': (body) => body === '{}',
    'a capital in Metadata': (body) => body.startsWith('{"Metadata":{'),
    meta: (body) => body.startsWith('{"meta":{'),
    'metadata that is null': (body) => metadataOf(body) === null,
    'metadata that is a text': (body) => isObject(JSON.parse(body)) && typeof metadataOf(body) === 'string',
    'metadata that is a boolean': (body) => typeof metadataOf(body) === 'boolean',
    'metadata that is a number': (body) => typeof metadataOf(body) === 'number',
    'metadata that is a list of texts': (body) => /^\{"metadata":\["/.test(body),
    'metadata that is a list of pairs': (body) => /^\{"metadata":\[\["/.test(body),
    'a list': (body) => Array.isArray(JSON.parse(body)),
    'the body in a list': (body) => body.startsWith('[{"metadata":{'),
    'a text': (body) => typeof JSON.parse(body) === 'string',
    'a number': (body) => typeof JSON.parse(body) === 'number',
    null: (body) => JSON.parse(body) === null,
  },
});
