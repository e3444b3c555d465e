import { mutant } from '../mutant';

/** Explains a refusal in HTML. The fault of a framework’s error page. */
export default mutant('errors-in-html', {
  killedBy: ['ANSWER-05'],
  errorResponse: ({ status, message }) => ({
    status,
    headers: { 'content-type': 'text/html' },
    body: `<h1>${status}</h1><p>${message}</p>`,
  }),
});
