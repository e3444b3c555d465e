import { compliant } from '../../embedded/compliant';
import { changeBody, isObject } from '../helpers/body';
import { novaCompliant } from '../helpers/checks';
import { mutant } from '../helpers/mutant';

export const bodyBareMapTaken = mutant({
  name: 'body-bare-map-taken',
  description: 'Accepts the map without the enclosing `metadata` member: an envelope that is optional.',
  killedBy: ['BODY-01'],
  checkShape: changeBody((body) => (isObject(body) && !Object.hasOwn(body, 'metadata') ? { metadata: body } : body)),
});

export const bodyFirstOfList = mutant({
  name: 'body-first-of-list',
  description: 'Accepts a body inside a list: support for a client library that wraps everything in one.',
  killedBy: ['BODY-03'],
  checkShape: changeBody((body) => (Array.isArray(body) && body.length === 1 ? body[0] : body)),
});

export const bodyMissingClears = mutant({
  name: 'body-missing-clears',
  description: 'Treats a body without `metadata` as an empty map: `body.get("metadata", {})`.',
  killedBy: ['BODY-01'],
  checkShape: changeBody((body) => (isObject(body) && !Object.hasOwn(body, 'metadata') ? { metadata: {} } : body)),
});

export const bodyNameInAnyCase = mutant({
  name: 'body-name-in-any-case',
  description: "Accepts `Metadata` for `metadata`: Go's decoder compares member names case-insensitively.",
  killedBy: ['BODY-01'],
  checkShape: changeBody((body) => {
    if (!isObject(body)) return body;
    return Object.fromEntries(
      Object.entries(body).map(([name, value]) => [/^metadata$/i.test(name) ? 'metadata' : name, value]),
    );
  }),
});

export const bodyNullClears = mutant({
  name: 'body-null-clears',
  description: 'Treats a null body as an empty map: in Go, null leaves a struct unchanged.',
  killedBy: ['BODY-03'],
  checkShape: changeBody((body) => body ?? { metadata: {} }),
});

export const bodyTextParsed = mutant({
  name: 'body-text-parsed',
  description: 'Accepts a string that contains the body as JSON: support for a client that encodes twice.',
  killedBy: ['BODY-03'],
  checkShape: changeBody((body) => (typeof body === 'string' && body.startsWith('{') ? JSON.parse(body) : body)),
});

export const extraMemberTaken = mutant({
  name: 'extra-member-taken',
  description: 'Ignores a second top-level member under /v2.1 too: a schema that allows additional properties.',
  killedBy: ['BODY-06'],
  checkShape: changeBody((body) =>
    isObject(body) && Object.hasOwn(body, 'metadata') ? { metadata: body.metadata } : body,
  ),
});

export const novaExtraMemberRefusedByV2 = mutant({
  name: 'nova-extra-member-refused-by-v2',
  description: 'Rejects a second top-level member under /v2 too: one schema for both versions.',
  killedBy: ['BODY-07'],
  ...novaCompliant,
  checkShape: (body, context) => compliant.checkShape(body, { ...context, version: 'v2.1' }),
});
