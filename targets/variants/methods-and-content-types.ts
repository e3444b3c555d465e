import { compliant } from '../embedded/compliant';
import { jsonResponse, unsupportedType } from '../embedded/http';
import { replaceStatus } from './helpers';
import { variant } from './variant';

export const contentTypeRefusedWith400 = variant({
  name: 'content-type-refused-with-400',
  description: 'Rejects another Content-Type with 400 (BODY-15).',
  readBody: replaceStatus<'readBody'>(compliant.readBody, 415, 400),
});

export const contentTypesAllTaken = variant({
  name: 'content-types-all-taken',
  description: 'Ignores the Content-Type (BODY-14, BODY-15).',
  readBody: (request) => compliant.readBody({ ...request, headers: {} }),
});

export const contentTypesJsonAlone = variant({
  name: 'content-types-json-alone',
  description: 'Accepts application/json only, with any parameters (BODY-14).',
  readBody: (request) => {
    const type = request.headers['content-type'] ?? '';
    if (!/^application\/json\s*(;|$)/i.test(type)) throw unsupportedType(type);
    return compliant.readBody(request);
  },
});

export const methods405 = variant({
  name: 'methods-405',
  description: 'Returns 405 for PATCH and DELETE of the collection (METHOD-02).',
  handle: (request, next) =>
    /^(PATCH|DELETE)$/.test(request.method) && /\/metadata$/.test(request.url)
      ? {
          ...jsonResponse(405, { message: 'Method Not Allowed' }),
          headers: { 'content-type': 'application/json', allow: 'GET, POST, PUT' },
        }
      : next(request),
});

export const methods501 = variant({
  name: 'methods-501',
  description: 'Returns 501 for PATCH and 404 for DELETE of the collection (METHOD-02).',
  handle: (request, next) =>
    request.method === 'PATCH' ? jsonResponse(501, { message: 'Not Implemented' }) : next(request),
});

export const slashRedirected = variant({
  name: 'slash-redirected',
  description: 'Redirects a URI with a trailing slash to the one without (METHOD-03).',
  handle: (request, next) =>
    request.url.endsWith('/metadata/')
      ? { status: 308, headers: { location: request.url.slice(0, -1) }, body: '' }
      : next(request),
});
