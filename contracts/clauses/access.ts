import type { Clause, ExcludedClause } from './clause';

/** Who may replace the metadata of which server. */
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
    sentence: 'refuses a token that it does not know with 401',
    source: 'Nova; page, Returned Values',
  },
  {
    id: 'ACCESS-03',
    level: 'MUST',
    sentence: 'answers 404 for a server that does not exist',
    source: 'Nova; page, Returned Values',
  },
  {
    id: 'ACCESS-04',
    level: 'MUST',
    sentence: 'answers 404 for a server id that is no UUID',
    source: 'Nova; page, Returned Values',
  },
  {
    id: 'ACCESS-05',
    level: 'MUST',
    sentence: 'refuses a project in the URI that is not the token’s (400, 401, 403 or 404)',
    source: 'page, URI: project_id; Nova answers 400',
  },
  {
    id: 'ACCESS-06',
    level: 'MUST',
    sentence: 'refuses a server of another project with 404 or 403 and shows nothing of it',
    source: 'page, URI; Nova answers 404',
  },
] as const satisfies readonly Clause[];

export const excludedAccessClauses = [
  {
    id: 'ACCESS-07',
    sentence: 'refuses a token whose roles do not allow the operation with 403',
    source: 'Nova',
    excluded: 'which roles allow it is the policy of each cloud; Nova 26 lets a reader through, Nova 27 does not',
  },
] as const satisfies readonly ExcludedClause[];
