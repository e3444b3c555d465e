import { bodyDemand } from '../contracts/oracle/body-demand';
import { ecs } from '../contracts/profiles/ecs';
import { rejectedBodies } from './rejected-bodies';
import { obeysTheLaws } from './testing/generator-laws';

const objections = (text: string) => bodyDemand({ text }, 'v2.1', ecs).objections.map(({ clause }) => clause as string);

obeysTheLaws('rejectedBodies', rejectedBodies(), {
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
