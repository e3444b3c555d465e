import type { Clause } from './clause';

/** Page, Response and Example Response. */
export const answerClauses = [
  {
    id: 'ANSWER-01',
    level: 'MUST',
    sentence: 'answers a legal request with 200',
    source: 'page, Returned Values; Nova',
  },
  {
    id: 'ANSWER-02',
    level: 'MUST',
    sentence: 'answers with the new map as `metadata`, in JSON',
    source: 'page, Table 4 and Example Response',
  },
  {
    id: 'ANSWER-03',
    level: 'MUST',
    sentence: 'answers with no other member beside `metadata`',
    source: 'page, Table 4 and Example Response; Nova',
  },
  {
    id: 'ANSWER-04',
    level: 'SHOULD',
    sentence: 'calls its answer application/json',
    source: 'RFC 9110, 8.3; Nova',
    because: 'the page is silent about headers',
  },
  {
    id: 'ANSWER-05',
    onRefusal: true,
    level: 'SHOULD',
    sentence: 'explains a refusal in JSON',
    source: 'Nova: `{"badRequest": {"code": 400, "message": "…"}}`',
    because: 'the page is silent about the body of an error',
  },
  {
    id: 'ANSWER-06',
    level: 'SHOULD',
    sentence: 'answers no 5xx, whatever the body holds',
    source: 'RFC 9110, 15.6: 5xx tells of a fault of the server',
    because: 'the page is silent about what is not Unicode text',
  },
] as const satisfies readonly Clause[];
