import type { Clause, ExcludedClause } from './clause';

/** How many pairs a server may have. */
export const quotaClauses = [
  {
    id: 'QUOTA-01',
    level: 'MUST',
    sentence: 'takes maps of up to 40 pairs',
    source: 'the lowest limit that implementations of this API are known to set for every user',
  },
  {
    id: 'QUOTA-02',
    level: 'MUST',
    sentence: 'takes as many pairs as the quota `metadata_items` allows',
    source: 'a later revision of the page: 128; Nova',
  },
  {
    id: 'QUOTA-03',
    level: 'MUST',
    sentence: 'refuses more pairs than the quota allows with 403 or 413',
    source: 'Nova: 403; older clouds: 413',
  },
  {
    id: 'QUOTA-04',
    level: 'MUST',
    sentence: 'counts the pairs of the request alone, not those that it replaces',
    source: 'page, Function: the old ones are deleted; Nova',
  },
] as const satisfies readonly Clause[];

export const excludedQuotaClauses = [
  {
    id: 'QUOTA-05',
    sentence: 'takes an empty map even where the quota is 0',
    source: 'Nova',
    excluded: 'a server whose quota is 0 can hold no map by which the effect would show',
  },
] as const satisfies readonly ExcludedClause[];
