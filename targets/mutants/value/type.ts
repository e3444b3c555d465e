import { compliant } from '../../embedded/compliant';
import { mutant } from '../helpers/mutant';
import { convertValues } from '../helpers/pairs';

export const valueCoercesBooleans = mutant({
  name: 'value-coerces-booleans',
  description: "Converts booleans to strings: Java's lenient deserialisers.",
  killedBy: ['VALUE-09'],
  checkPairs: convertValues((value) => (typeof value === 'boolean' ? String(value) : value)),
});

export const valueCoercesNumbers = mutant({
  name: 'value-coerces-numbers',
  description: 'Converts numbers to strings: a lenient deserialiser.',
  killedBy: ['VALUE-09'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(
      Object.fromEntries(
        Object.entries(raw).map(([key, value]) => [key, typeof value === 'number' ? `${value}` : value]),
      ),
      context,
    ),
});

export const valueDeepTaken = mutant({
  name: 'value-deep-taken',
  description: 'Accepts a value nested 2,000 levels deep as a string: a raw JSON field.',
  killedBy: ['VALUE-09'],
  checkPairs: convertValues((value) =>
    JSON.stringify(value)?.length > 3_000 && Array.isArray(value) ? 'nested' : value,
  ),
});

export const valueInfinityFails = mutant({
  name: 'value-infinity-fails',
  description:
    'Fails with 500 for a number beyond the range of a double: an error message that cannot serialise Infinity.',
  killedBy: ['VALUE-09'],
  alsoBreaks: ['ANSWER-06'],
  checkValue: (value, key, context) => {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('out of range');
    compliant.checkValue(value, key, context);
  },
});

export const valueJoinsLists = mutant({
  name: 'value-joins-lists',
  description: 'Joins a list of strings with commas: `String(value)` in JavaScript.',
  killedBy: ['VALUE-09'],
  checkPairs: convertValues((value) => (Array.isArray(value) ? String(value) : value)),
});

export const valueKeepsNumbers = mutant({
  name: 'value-keeps-numbers',
  description: 'Stores a number as a number: a JSON column without a schema.',
  killedBy: ['VALUE-09'],
  checkValue: (value, key, context) => {
    if (typeof value !== 'number') compliant.checkValue(value, key, context);
  },
});

export const valueLongNumberAsText = mutant({
  name: 'value-long-number-as-text',
  description: 'Accepts a number of more than fifteen digits as a string: a parser that avoids loss of precision.',
  killedBy: ['VALUE-09'],
  readBody: (request) => {
    const text = request.body.toString().replace(/(?<=[:[,]\s*)-?\d{16,}(?=\s*[,}\]])/g, '"$&"');
    return compliant.readBody({ ...request, body: Buffer.from(text) });
  },
});

export const valueNullIsEmpty = mutant({
  name: 'value-null-is-empty',
  description: 'Treats null as an empty string: in Go, null leaves a string unchanged.',
  killedBy: ['VALUE-09'],
  checkPairs: convertValues((value) => value ?? ''),
});

export const valueNullRemoves = mutant({
  name: 'value-null-removes',
  description: 'Treats a null value as the removal of its key: a merge patch handler.',
  killedBy: ['VALUE-09'],
  checkPairs: (raw, context) =>
    compliant.checkPairs(Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null)), context),
});

export const valueTypeOfFirstAlone = mutant({
  name: 'value-type-of-first-alone',
  description: 'Checks the type of the first value only: generics with type erasure.',
  killedBy: ['VALUE-09'],
  checkPairs: (raw, context) => {
    const converted = Object.entries(raw).map(([key, value], place) => [
      key,
      place === 0 || typeof value !== 'number' ? value : String(value),
    ]);
    return compliant.checkPairs(Object.fromEntries(converted), context);
  },
});

export const valueUnwrapsLists = mutant({
  name: 'value-unwraps-lists',
  description: 'Accepts a list of one string as the string: a query string library.',
  killedBy: ['VALUE-09'],
  checkPairs: convertValues((value) => (Array.isArray(value) && value.length === 1 ? value[0] : value)),
});

export const valueWritesObjectsAsJson = mutant({
  name: 'value-writes-objects-as-json',
  description: 'Stores an object as its JSON text: a text column behind an ORM.',
  killedBy: ['VALUE-09'],
  checkPairs: convertValues((value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? JSON.stringify(value).slice(0, 255) : value,
  ),
});
