import type { Clause, ExcludedClause } from './clause';

/** The callers that may replace the metadata of a server. */
export const accessClauses = [
  {
    id: 'ACCESS-01',
    level: 'MUST',
    sentence: 'refuses a request without a token with 401',
    source: 'Nova; page, Returned Values',
  },
  {
    id: 'ACCESS-02',
    level: 'MUST',
    sentence: 'refuses an unknown token with 401',
    source: 'Nova; page, Returned Values',
  },
  {
    id: 'ACCESS-03',
    level: 'MUST',
    sentence: 'responds with 404 for a server that does not exist',
    source: 'Nova; page, Returned Values',
  },
  {
    id: 'ACCESS-04',
    level: 'MUST',
    sentence: 'responds with 404 for a server id that is not a UUID',
    source: 'Nova; page, Returned Values',
  },
  {
    id: 'ACCESS-05',
    level: 'MUST',
    sentence: 'refuses a project in the URI other than that of the token (400, 401, 403 or 404)',
    source: 'page, URI: project_id; Nova answers 400',
  },
  {
    id: 'ACCESS-06',
    level: 'MUST',
    sentence: 'refuses a server of another project with 404 or 403 and shows no data of it',
    source: 'page, URI; Nova answers 404',
  },
] as const satisfies readonly Clause[];

export const excludedAccessClauses = [
  {
    id: 'ACCESS-07',
    sentence: 'refuses a token whose roles do not allow the operation with 403',
    source: 'Nova',
    excluded: 'each cloud has its own policy for roles; Nova 26 accepts the role reader, Nova 27 does not',
  },
] as const satisfies readonly ExcludedClause[];
