import { variant } from '../variant';

/** Redirects a slash at the end to where there is none (METHOD-03). */
export default variant('slash-redirected', {
  handle: (request, next) =>
    request.url.endsWith('/metadata/')
      ? { status: 308, headers: { location: request.url.slice(0, -1) }, body: '' }
      : next(request),
});
