import { mutant } from '../mutant';

/** Answers an empty list for an empty map, and shows one too. The fault of PHP, which has one type for both. */
export default mutant('answers-list-for-empty', {
  killedBy: ['ANSWER-02'],
  handle: async (request, next) => {
    const answer = await next(request);
    if (!request.url.endsWith('/metadata')) return answer;
    return { ...answer, body: String(answer.body).replace('{"metadata":{}}', '{"metadata":[]}') };
  },
});
