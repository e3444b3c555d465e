import type { Implementation } from '../implementation';

export const specmatic: Implementation = {
  product: 'Specmatic',
  setup:
    'A generic mock, a Java program from npm, that serves `contracts/openapi.yaml`. It checks a request against a part of the schema, and keeps no state. A cause has no line, because the package has no source.',
  folder: 'specmatic',
  causes: [
    {
      clauses: ['REPLACE-01'],
      sentence: 'Specmatic stores nothing. Every response is a sample of the document: an empty map.',
    },
    {
      clauses: ['KEY-02'],
      sentence: 'A key of three dots has a meaning of its own in the patterns of Specmatic: `{"...": ""}` is refused.',
    },
    {
      clauses: ['KEY-03', 'KEY-04', 'KEY-05', 'KEY-06', 'KEY-07'],
      sentence: 'Specmatic does not look at `propertyNames` of the document: it takes any other key.',
    },
    {
      clauses: ['VALUE-05', 'VALUE-06'],
      sentence:
        'Specmatic counts `maxLength` in UTF-16 units, not in characters as JSON Schema says: 128 emoji are too long for it.',
    },
    {
      clauses: ['BODY-04'],
      sentence: 'Its parser is lenient: it takes keys without quotation marks, and control characters in a text.',
    },
    {
      clauses: ['BODY-07', 'BODY-08'],
      sentence:
        'Specmatic refuses members that the document does not name, and repeated ones. Nova takes both under /v2.',
    },
    {
      clauses: ['BODY-09'],
      sentence: 'Specmatic ignores a byte order mark. Nova refuses it.',
    },
    {
      clauses: ['BODY-12'],
      sentence: 'The document limits no body.',
    },
    {
      clauses: ['BODY-14', 'BODY-15'],
      sentence:
        'Specmatic refuses each content type other than that of the document with 400. Nova takes text/plain, and refuses others with 415.',
    },
    {
      clauses: ['ANSWER-05'],
      sentence: 'A refusal is explained in plain text.',
    },
    {
      clauses: ['ANSWER-06', 'BODY-11'],
      sentence:
        'A value nested two thousand levels deep overflows the stack of Java, as long as the parser is not compiled to machine code: 500, or no response.',
    },
    {
      clauses: ['VERSION-03'],
      sentence: 'The document does not describe the microversion headers.',
    },
    {
      clauses: ['ACCESS-01'],
      sentence: 'A missing token is a violation of the schema to Specmatic: 400, not 401.',
    },
    {
      clauses: ['ACCESS-02', 'ACCESS-03', 'ACCESS-04', 'ACCESS-05', 'ACCESS-06'],
      sentence: 'Specmatic looks for a token, not for its value, and takes any project and server id.',
    },
    {
      clauses: ['METHOD-02'],
      sentence: 'For a method that the document does not have, Specmatic responds with 400.',
    },
    {
      clauses: ['METHOD-03'],
      sentence: 'To its router a final slash is the same resource.',
    },
    {
      clauses: ['METHOD-04'],
      sentence: 'The document has no query parameters, and Specmatic refuses unknown ones with 400.',
    },
  ],
};
