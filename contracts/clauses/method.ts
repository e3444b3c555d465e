import type { Clause, ExcludedClause } from './clause';

/** Other methods on the URI of the operation, and other forms of this URI. */
export const methodClauses = [
  {
    id: 'METHOD-01',
    level: 'MUST',
    sentence: 'does not change the metadata on PATCH and DELETE of the collection',
    source: 'page, URI: PUT; Nova answers 404',
  },
  {
    id: 'METHOD-02',
    level: 'open',
    sentence: 'the status of PATCH and DELETE of the collection',
    source: 'RFC 9110, 15.5.6: 405; Nova: 404',
    readings: ['404', '405', 'another status'],
    mayMix: true,
    because: 'the page is silent',
  },
  {
    id: 'METHOD-03',
    level: 'SHOULD',
    sentence: 'does not accept a PUT with a slash after `metadata`',
    source: 'page, URI; Nova answers 404',
    because: 'the page is silent',
  },
  {
    id: 'METHOD-04',
    level: 'SHOULD',
    sentence: 'ignores a query string',
    source: 'Nova',
    because: 'the page is silent',
  },
] as const satisfies readonly Clause[];

export const excludedMethodClauses = [
  {
    id: 'METHOD-05',
    sentence: 'responds to HEAD with 404 and to OPTIONS with 200',
    source: 'Nova',
    excluded: 'neither can change the metadata, and gateways in front of a cloud often respond to them themselves',
  },
] as const satisfies readonly ExcludedClause[];
