import type { Clause } from './clause';

/** Page, URI: the operation has two paths, under /v2 and /v2.1. */
export const versionClauses = [
  {
    id: 'VERSION-01',
    level: 'MUST',
    sentence: 'serves the operation under /v2 and under /v2.1',
    source: 'page, URI',
  },
  {
    id: 'VERSION-02',
    level: 'MUST',
    sentence: 'shows under each version the map that was stored under the other',
    source: 'page, URI: two URIs of one operation on one server; Nova',
  },
  {
    id: 'VERSION-03',
    level: 'not applicable',
    sentence:
      'returns the microversion of the request under /v2.1; refuses an unknown one with 406 and a malformed one with 400',
    source: 'Nova',
    because: 'the page does not mention microversions',
  },
] as const satisfies readonly Clause[];
