import { mutant } from '../mutant';

/** Calls every answer text/html, errors and what is read included. The fault of a framework’s default. */
export default mutant('answers-all-as-html', {
  killedBy: ['ANSWER-04'],
  handle: async (request, next) => {
    const { headers, ...rest } = await next(request);
    return { ...rest, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } };
  },
});
