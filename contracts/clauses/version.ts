import type { Clause } from './clause';

/** Page, URI: the operation is there twice, under /v2 and /v2.1. */
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
    sentence: 'shows under either version what was stored under the other',
    source: 'page, URI: two URIs of one operation on one server; Nova',
  },
  {
    id: 'VERSION-03',
    level: 'not applicable',
    sentence: 'echoes a microversion under /v2.1, refuses an unknown one with 406 and a malformed one with 400',
    source: 'Nova',
    because: 'the page knows no microversions',
  },
] as const satisfies readonly Clause[];
