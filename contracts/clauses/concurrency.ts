import type { Clause } from './clause';

/** Replaces and reads of one server at the same time. */
export const concurrencyClauses = [
  {
    id: 'CONCURRENCY-01',
    level: 'SHOULD',
    sentence: 'shows only whole maps, each set by one request, while and after replaces meet',
    source: 'page, Function: the request deletes all metadata and sets its own; Nova is seen to mix',
    because: 'the page does not speak of requests that meet, and OpenStack itself stores unions of their maps',
  },
  {
    id: 'CONCURRENCY-02',
    level: 'SHOULD',
    sentence: 'lets replaces and reads that meet be explained by one order of them',
    source: 'page, Function: after its answer the map of a request is the configured one',
    because: 'the page does not speak of requests that meet',
  },
] as const satisfies readonly Clause[];
