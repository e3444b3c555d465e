import type { Implementation } from '../implementation';

export const steady: Implementation = {
  product: 'Steady',
  setup:
    'A generic mock, from npm, that serves `contracts/openapi.yaml`. It checks a request against a part of the schema, and keeps no state. It is a compiled program: a cause has no line.',
  folder: 'steady',
  causes: [
    {
      clauses: ['REPLACE-01'],
      sentence: 'Steady stores nothing. Every response is the sample of the document: an empty map.',
    },
    {
      clauses: ['KEY-03', 'KEY-04', 'KEY-05', 'KEY-06', 'VALUE-04'],
      sentence: 'Steady checks the type of a value, but neither `propertyNames` nor the `maxLength` of a value.',
    },
    {
      clauses: ['VALUE-09', 'BODY-02', 'BODY-03'],
      sentence: 'Steady accepts null in the place of any type. It refuses every other wrong type.',
    },
    {
      clauses: ['BODY-06'],
      sentence:
        'The document serves both versions with one schema, and /v2 permits further members: it permits them under /v2.1 too.',
    },
    {
      clauses: ['BODY-09'],
      sentence: 'Steady ignores a byte order mark. Nova refuses it.',
    },
    {
      clauses: ['BODY-12'],
      sentence: 'The document limits no body.',
    },
    {
      clauses: ['BODY-14', 'BODY-15'],
      sentence:
        'Steady refuses each content type other than that of the document with 400. Nova takes text/plain, and refuses others with 415.',
    },
    {
      clauses: ['ANSWER-05'],
      sentence: 'A refusal has a form of its own: a list of what is wrong with the request.',
    },
    {
      clauses: ['VERSION-03'],
      sentence: 'The document does not describe the microversion headers.',
    },
    {
      clauses: ['METHOD-02'],
      sentence:
        'For a method that the document does not have, Steady responds with 405, as HTTP says. Nova responds with 404.',
    },
    {
      clauses: ['ACCESS-01', 'ACCESS-02', 'ACCESS-03', 'ACCESS-04', 'ACCESS-05', 'ACCESS-06'],
      sentence: 'Steady knows neither tokens nor servers: it takes any token, project and server id.',
    },
    {
      clauses: ['METHOD-03'],
      sentence: 'To its router a final slash is the same resource.',
    },
  ],
};
