import { mutant } from '../mutant';

/** Takes a PUT with a slash at the end. The fault of a router that minds none. */
export default mutant('slash-taken', {
  killedBy: ['METHOD-03'],
  handle: (request, next) => next({ ...request, url: request.url.replace(/\/metadata\/$/, '/metadata') }),
});
