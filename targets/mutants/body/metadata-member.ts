import { compliant } from '../../embedded/compliant';
import { changeBody, isObject } from '../helpers/body';
import { mutant } from '../helpers/mutant';

export const bodyRepeatedKeyJoined = mutant({
  name: 'body-repeated-key-joined',
  description: 'Joins the values of a repeated key: a parser written for headers.',
  killedBy: ['BODY-08'],
  readBody: (request) => {
    const text = request.body.toString('utf8');
    const body = compliant.readBody(request) as { metadata?: Record<string, unknown> };
    const [, key, first] = /\{"metadata": ?\{"([a-z]+)": ?"(\w*)"/.exec(text) ?? [];
    const isTwice = key !== undefined && text.split(`"${key}":`).length > (key === 'metadata' ? 3 : 2);
    return isTwice ? { metadata: { ...body.metadata, [key]: `${first},${String(body.metadata?.[key])}` } } : body;
  },
});

export const bodyTwoMapsMerged = mutant({
  name: 'body-two-maps-merged',
  description: 'Merges two `metadata` members into one map: a decoder that fills an existing object.',
  killedBy: ['BODY-08'],
  readBody: (request) => {
    const body = compliant.readBody(request);
    const [, ...maps] = request.body.toString('utf8').split('"metadata":');
    // A pair with the key `metadata` is not a map.
    if (maps.length !== 2 || !maps.every((text) => text.trimStart().startsWith('{'))) return body;
    const both = maps.map((text) => JSON.parse(/\{[^}]*\}/.exec(text)?.[0] ?? '{}') as object);
    return { metadata: Object.assign({}, ...both) };
  },
});

export const metadataEmptyListClears = mutant({
  name: 'metadata-empty-list-clears',
  description: 'Accepts an empty list as an empty map: PHP has one type for both.',
  killedBy: ['BODY-02'],
  checkShape: changeBody((body) => {
    const isEmptyList = isObject(body) && Array.isArray(body.metadata) && body.metadata.length === 0;
    return isEmptyList ? { metadata: {} } : body;
  }),
});

export const metadataFalseClears = mutant({
  name: 'metadata-false-clears',
  description: 'Treats false, 0 and an empty string as an empty map: a default for every falsy value.',
  killedBy: ['BODY-02'],
  checkShape: changeBody((body) => {
    const isFalse = isObject(body) && Object.hasOwn(body, 'metadata') && body.metadata !== null && !body.metadata;
    return isFalse ? { metadata: {} } : body;
  }),
});

export const metadataListOfPairsTaken = mutant({
  name: 'metadata-list-of-pairs-taken',
  description: 'Accepts a list of pairs as a map: `dict()` in Python.',
  killedBy: ['BODY-02'],
  checkShape: changeBody((body) => {
    const metadata = isObject(body) ? body.metadata : undefined;
    const isPairs =
      Array.isArray(metadata) &&
      metadata.length > 0 &&
      metadata.every((pair) => Array.isArray(pair) && pair.length === 2);
    return isPairs ? { metadata: Object.fromEntries(metadata) } : body;
  }),
});

export const metadataTextParsed = mutant({
  name: 'metadata-text-parsed',
  description: 'Accepts a string that contains the map as JSON: support for a client that encodes twice.',
  killedBy: ['BODY-02'],
  checkShape: changeBody((body) => {
    const metadata = isObject(body) ? body.metadata : undefined;
    return typeof metadata === 'string' && metadata.startsWith('{') ? { metadata: JSON.parse(metadata) } : body;
  }),
});

export const nullClears = mutant({
  name: 'null-clears',
  description: 'Treats `metadata: null` as an empty map: a nil map in Go.',
  killedBy: ['BODY-02'],
  checkShape: (body, context) => {
    const isNull = (body as { metadata?: unknown } | null)?.metadata === null;
    return compliant.checkShape(isNull ? { metadata: {} } : body, context);
  },
});
