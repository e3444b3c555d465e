import { classifyBody } from '../contracts/oracle/request/classify-body';
import { ecs } from '../contracts/profiles/ecs';
import { rejectedBodies, wrongShapes } from './rejected-bodies';
import { describeArbitrary } from './testing/describe-arbitrary';

const objections = (text: string) =>
  classifyBody({ text }, 'v2.1', ecs).rejectionReasons.map(({ clause }) => clause as string);

describeArbitrary('rejectedBodies', rejectedBodies(), {
  belongs: (body) => objections(body).length > 0,
  // A shorter value may need more characters once it is written as JSON.
  size: () => 0,
  classes: {
    'a key too long': (body) => objections(body).includes('KEY-04'),
    'a key with a character outside the set': (body) => objections(body).includes('KEY-05'),
    'a value too long': (body) => objections(body).includes('VALUE-04'),
    'a value of another type': (body) => objections(body).includes('VALUE-09'),
    'no metadata at all': (body) => objections(body).some((clause) => clause.startsWith('BODY')),
    'a bad pair among good ones': (body) =>
      /^\{"metadata":\{/.test(body) && Object.keys(JSON.parse(body).metadata).length > 2,
  },
});

const isObject = (json: unknown) => Object.prototype.toString.call(json) === '[object Object]';
const metadataOf = (body: string) => new Map(Object.entries(JSON.parse(body) ?? {})).get('metadata');

describeArbitrary('wrongShapes', wrongShapes(), {
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
