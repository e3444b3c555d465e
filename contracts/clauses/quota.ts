import type { Clause, ExcludedClause } from './clause';

/** The number of pairs that a server may have. */
export const quotaClauses = [
  {
    id: 'QUOTA-01',
    level: 'MUST',
    sentence: 'accepts maps of up to 40 pairs',
    source: 'the lowest limit that implementations of this API are known to set for every user',
  },
  {
    id: 'QUOTA-02',
    level: 'MUST',
    sentence: 'accepts as many pairs as the quota `metadata_items` allows',
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
    sentence: 'counts only the pairs of the request, not the pairs that it replaces',
    source: 'page, Function: the old pairs are deleted; Nova',
  },
] as const satisfies readonly Clause[];

export const excludedQuotaClauses = [
  {
    id: 'QUOTA-05',
    sentence: 'accepts an empty map even if the quota is 0',
    source: 'Nova',
    excluded: 'with a quota of 0 a server has no metadata, so an empty map has no visible effect',
  },
] as const satisfies readonly ExcludedClause[];
