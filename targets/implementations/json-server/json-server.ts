import type { Implementation } from '../implementation';

const singular = 'json-server/lib/server/router/singular.js';
const bodyParser = 'json-server/lib/server/body-parser.js';
const rewriter = 'json-server/lib/server/rewriter.js';

export const jsonServer: Implementation = {
  product: 'json-server',
  setup:
    'A generic mock, from npm, with a resource for each server, to which one route maps both URIs. It stores any document and knows no rule of the page.',
  folder: 'json-server',
  causes: [
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
        'BODY-06',
        'BODY-09',
        'BODY-12',
        'QUOTA-03',
      ],
      sentence: 'PUT stores the document as it is: json-server checks neither members, keys, values nor sizes.',
      source: { file: singular, code: 'db.set(name, req.body).value();' },
    },
    {
      clauses: ['BODY-04', 'BODY-14', 'BODY-15'],
      sentence:
        'A body that is empty or has another content type is not parsed. An empty object then replaces the document, with 200.',
      source: { file: bodyParser, code: 'bodyParser.json({' },
    },
    {
      clauses: ['ANSWER-03'],
      sentence: 'The response is the whole document, with every member that was sent.',
      source: { file: singular, code: 'res.locals.data = db.get(name).value();' },
    },
    {
      clauses: ['ANSWER-05'],
      sentence: 'A parser error becomes the HTML page of Express, with a stack trace.',
      source: { file: bodyParser, code: 'bodyParser.json({' },
    },
    {
      clauses: ['VERSION-03'],
      sentence: 'json-server does not know the microversion headers.',
    },
    {
      clauses: ['ACCESS-01', 'ACCESS-02', 'ACCESS-05', 'ACCESS-06'],
      sentence: 'json-server knows no tokens, and the route takes any project.',
      source: { file: rewriter, code: 'router.use(rewrite(key, routes[key]));' },
    },
    {
      clauses: ['METHOD-01'],
      sentence: 'PATCH changes the document.',
      source: { file: singular, code: 'patch(update, w)' },
    },
    {
      clauses: ['METHOD-02'],
      sentence: 'PATCH is an operation of every resource: 200.',
      source: { file: singular, code: 'patch(update, w)' },
    },
    {
      clauses: ['METHOD-03'],
      sentence: 'Its router is that of Express, to which a final slash is the same resource.',
      source: { file: singular, code: 'const router = express.Router();' },
    },
    {
      clauses: ['METHOD-04'],
      sentence: 'The route does not match a URI with a query string: 404.',
      source: { file: rewriter, code: 'router.use(rewrite(key, routes[key]));' },
    },
  ],
};
