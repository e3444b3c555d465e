import type { Implementation } from '../implementation';

const converter = '@mockoon/commons/dist/cjs/libs/openapi-converter.js';
const server = '@mockoon/commons-server/dist/cjs/libs/server/server.js';

export const mockoon: Implementation = {
  product: 'Mockoon',
  setup:
    'A generic mock, from npm, that serves `contracts/openapi.yaml`. It takes paths, methods and a sample response from the document, checks no request and keeps no state.',
  folder: 'mockoon',
  causes: [
    {
      clauses: ['REPLACE-01'],
      sentence: 'Mockoon stores nothing. Every response is the sample of the document: an empty map.',
      source: { file: converter, code: 'routeResponses.push(this.buildResponse(schema ?' },
    },
    {
      clauses: [
        'KEY-03',
        'KEY-04',
        'KEY-05',
        'KEY-06',
        'VALUE-04',
        'VALUE-09',
        'BODY-01',
        'BODY-02',
        'BODY-03',
        'BODY-04',
        'BODY-06',
        'BODY-09',
        'BODY-12',
        'BODY-15',
      ],
      sentence: 'Mockoon does not read the schema of the request: it takes any body.',
      source: { file: converter, code: 'routeResponses.push(this.buildResponse(schema ?' },
    },
    {
      clauses: ['ACCESS-01', 'ACCESS-02', 'ACCESS-03', 'ACCESS-04', 'ACCESS-05', 'ACCESS-06'],
      sentence: 'Mockoon knows neither tokens nor servers: it takes any token, project and server id.',
      source: { file: converter, code: 'routeResponses.push(this.buildResponse(schema ?' },
    },
    {
      clauses: ['VERSION-03'],
      sentence: 'The document does not describe the microversion headers.',
    },
    {
      clauses: ['METHOD-03'],
      sentence: 'Its router is that of Express, to which a final slash is the same resource.',
      source: { file: server, code: 'const app = (0, express_1.default)();' },
    },
  ],
};
