import type { Clause } from './clause';

/** Page, Response and Example Response. */
export const answerClauses = [
  {
    id: 'ANSWER-01',
    level: 'MUST',
    sentence: 'responds to a valid request with 200',
    source: 'page, Returned Values; Nova',
  },
  {
    id: 'ANSWER-02',
    level: 'MUST',
    sentence: 'responds with the new map as `metadata`, in JSON',
    source: 'page, Table 4 and Example Response',
  },
  {
    id: 'ANSWER-03',
    level: 'MUST',
    sentence: 'responds with no member other than `metadata`',
    source: 'page, Table 4 and Example Response; Nova',
  },
  {
    id: 'ANSWER-04',
    level: 'SHOULD',
    sentence: 'responds with the content type application/json',
    source: 'RFC 9110, 8.3; Nova',
    because: 'the page is silent about headers',
  },
  {
    id: 'ANSWER-05',
    onRefusal: true,
    level: 'SHOULD',
    sentence: 'explains a refusal in a JSON body',
    source: 'Nova: `{"badRequest": {"code": 400, "message": "…"}}`',
    because: 'the page is silent about the body of an error',
  },
  {
    id: 'ANSWER-06',
    level: 'SHOULD',
    sentence: 'never responds with 5xx, whatever the body contains',
    source: 'RFC 9110, 15.6: a 5xx is an error of the server',
    because: 'the page is silent about bodies that are not Unicode text',
  },
] as const satisfies readonly Clause[];
