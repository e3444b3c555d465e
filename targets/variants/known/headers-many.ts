import { rewritesAnswers } from '../rewrites-answers';
import { variant } from '../variant';

/** Sends the headers that gateways and clouds add. */
export default variant('headers-many', {
  handle: rewritesAnswers((answer) => ({
    ...answer,
    headers: {
      ...answer.headers,
      'x-compute-request-id': 'req-00000000-0000-4000-8000-000000000000',
      'x-request-id': '0',
      server: 'gateway',
      'set-cookie': 'lb=1; Path=/; HttpOnly',
      'strict-transport-security': 'max-age=31536000',
      'cache-control': 'no-store',
      vary: 'X-OpenStack-Nova-API-Version',
      etag: 'W/"0"',
      link: '</v2.1>; rel="self"',
    },
  })),
});
