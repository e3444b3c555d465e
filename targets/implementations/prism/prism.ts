import type { Implementation } from '../implementation';

const generator = '@stoplight/prism-http/dist/mocker/generator/HttpParamGenerator.js';
const mocker = '@stoplight/prism-http/dist/mocker/index.js';
const validator = '@stoplight/prism-http/dist/validator/index.js';

export const prism: Implementation = {
  product: 'Prism',
  setup:
    'A generic mock, from npm, that serves `contracts/openapi.yaml`. It checks each request against the document, and keeps no state: most clauses cannot be tested, and the failures show what the document alone does not promise.',
  folder: 'prism',
  causes: [
    {
      clauses: ['REPLACE-01', 'REPLACE-02', 'REPLACE-04'],
      sentence: 'Prism stores nothing. Every response holds a sample map, made from the schema of the document.',
      source: { file: mocker, code: 'const payloadGenerator = createPayloadGenerator(config, resource);' },
    },
    {
      clauses: ['KEY-07'],
      sentence: 'The document has the character set of the page, without a space. Nova accepts one.',
    },
    {
      clauses: ['BODY-06'],
      sentence:
        'The document serves both versions with one schema, and /v2 permits further members: it permits them under /v2.1 too.',
    },
    {
      clauses: ['BODY-12'],
      sentence: 'The document limits no body.',
    },
    {
      clauses: ['BODY-14'],
      sentence: 'Without a content type Prism does not parse the body, and takes it for a text: 400.',
      source: { file: validator, code: 'const isMediaTypeSupportedInContents =' },
    },
    {
      clauses: ['ANSWER-05'],
      sentence: 'A refusal is a sample of the schema of errors: it has every kind of error at once.',
      source: { file: generator, code: 'function generate(param) {' },
    },
    {
      clauses: ['VERSION-03'],
      sentence: 'The document does not describe the microversion headers.',
    },
    {
      clauses: ['ACCESS-02'],
      sentence: 'Prism looks for the header X-Auth-Token, not for its value.',
      source: {
        file: '@stoplight/prism-http/dist/validator/validators/security/handlers/apiKey.js',
        code: 'const apiKeyInHeader =',
      },
    },
    {
      clauses: ['ACCESS-03', 'ACCESS-04', 'ACCESS-05', 'ACCESS-06'],
      sentence: 'Prism knows no servers, and takes any project and any server id.',
      source: { file: mocker, code: 'const payloadGenerator = createPayloadGenerator(config, resource);' },
    },
    {
      clauses: ['METHOD-02'],
      sentence:
        'For a method that the document does not have, Prism responds with 405, as HTTP says. Nova responds with 404.',
    },
  ],
};
