import { type Node, parseTree } from 'jsonc-parser';
import { compliant } from '../embedded/compliant';
import { badRequest, HttpError } from '../embedded/http';
import { variant } from './variant';

export const byteOrderMarkTaken = variant({
  name: 'byte-order-mark-taken',
  description: 'Accepts a byte order mark (BODY-09).',
  readBody: (request) => {
    const { body } = request;
    const hasMark = body.subarray(0, 3).equals(Buffer.from('\ufeff'));
    return compliant.readBody(hasMark ? { ...request, body: body.subarray(3) } : request);
  },
});

export const deepBodyRefusedWith413 = variant({
  name: 'deep-body-refused-with-413',
  description: 'Rejects a deeply nested body with 413 (BODY-11).',
  checkShape: (body, context) => {
    if (JSON.stringify(body).includes('['.repeat(100))) throw new HttpError(413, 'nested too deep');
    return compliant.checkShape(body, context);
  },
});

export const extraMemberRefused = variant({
  name: 'extra-member-refused',
  description: 'Rejects a second top-level member under /v2 too (BODY-07).',
  checkShape: (body, context) => compliant.checkShape(body, { ...context, version: 'v2.1' }),
});

export const invalidUtf8Replaced = variant({
  name: 'invalid-utf-8-replaced',
  description: 'Accepts bytes that are not UTF-8 and stores U+FFFD for them (BODY-10).',
  readBody: (request) => compliant.readBody({ ...request, body: Buffer.from(request.body.toString('utf8')) }),
});

export const largeBodyRefusedWith400 = variant({
  name: 'large-body-refused-with-400',
  description: 'Rejects a body that is too large with 400 (BODY-12).',
  checkSize: ({ body }) => {
    if (body.length > 114_688) throw badRequest('Request is too large.');
  },
});

export const largeBodyTaken = variant({
  name: 'large-body-taken',
  description: 'Accepts bodies of any size (BODY-12).',
  checkSize: () => {},
});

export const loneSurrogateRefused = variant({
  name: 'lone-surrogate-refused',
  description: 'Rejects a lone surrogate (VALUE-10).',
  checkValue: (value, key, context) => {
    compliant.checkValue(value, key, context);
    if (/\p{Surrogate}/u.test(String(value))) throw badRequest('no Unicode text');
  },
});

export const repeatedKeyFirstWins = variant({
  name: 'repeated-key-first-wins',
  description: 'Stores the first value of a repeated key (BODY-08).',
  readBody: (request) => {
    const json = compliant.readBody(request);
    return json === undefined ? json : firstWinning(parseTree(request.body.toString('utf8')));
  },
});

function firstWinning(node: Node | undefined): unknown {
  if (node?.type === 'array') return node.children?.map(firstWinning);
  if (node?.type !== 'object') return node?.value;
  const pairs = (node.children ?? []).map(({ children }) => [
    String(children?.[0]?.value),
    firstWinning(children?.[1]),
  ]);
  return Object.fromEntries(pairs.reverse());
}

export const repeatedKeyRefused = variant({
  name: 'repeated-key-refused',
  description: 'Rejects a repeated key (BODY-08).',
  readBody: (request) => {
    const body = compliant.readBody(request);
    if (hasTwice(parseTree(request.body.toString('utf8')))) throw badRequest('duplicate key');
    return body;
  },
});

function hasTwice(node: Node | undefined): boolean {
  const children = node?.children ?? [];
  const names = node?.type === 'object' ? children.map((property) => property.children?.[0]?.value) : [];
  return new Set(names).size < names.length || children.some(hasTwice);
}

export const spaceTaken = variant({
  name: 'space-taken',
  description: 'Accepts a space in a key (KEY-07).',
  checkKey: (key, context) => compliant.checkKey(key.replaceAll(' ', '_'), context),
});
