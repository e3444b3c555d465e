import { compliant } from '../embedded/compliant';
import { jsonResponse } from '../embedded/http';
import { changeResponses } from './helpers';
import { variant } from './variant';

export const errorRepeatsRequest = variant({
  name: 'error-repeats-request',
  description: 'Repeats the request in error responses, for debugging.',
  handle: changeResponses((answer, { method, url, body }) => {
    const isJson = answer.headers['content-type']?.startsWith('application/json') ?? false;
    if (answer.status < 400 || !isJson) return answer;
    const error = JSON.parse(answer.body.toString()) as object;
    return {
      ...answer,
      body: Buffer.from(JSON.stringify({ ...error, request: { method, url, body: body.toString('latin1') } })),
    };
  }),
});

export const errorsAsProblems = variant({
  name: 'errors-as-problems',
  description: 'Sends error responses in the format of RFC 9457.',
  errorResponse: ({ status, message }) => {
    const { body } = jsonResponse(status, {
      type: 'about:blank',
      title: message,
      status,
      errors: [{ pointer: '/metadata' }],
    });
    return { status, headers: { 'content-type': 'application/problem+json' }, body };
  },
});

export const errorsInChinese = variant({
  name: 'errors-in-chinese',
  description: 'Sends error responses in Chinese, the language of its users.',
  errorResponse: ({ status }) => jsonResponse(status, { badRequest: { code: status, message: '请求参数不合法' } }),
});

export const errorsOfAnotherCloud = variant({
  name: 'errors-of-another-cloud',
  description: 'Sends error responses in the format of another cloud.',
  errorResponse: ({ status, message }) =>
    jsonResponse(status, { error_code: `Ecs.0${status}`, error_msg: message, request_id: '0' }),
});

export const errorsOfIdentityInHtml = variant({
  name: 'errors-of-identity-in-html',
  description: 'Rejects tokens with an HTML response: a separate service checks them.',
  errorResponse: (fault, request) =>
    fault.status === 401
      ? {
          status: 401,
          headers: { 'content-type': 'text/html', 'www-authenticate': 'Keystone uri="https://iam.example.com"' },
          body: '<h1>401</h1>',
        }
      : compliant.errorResponse(fault, request),
});
