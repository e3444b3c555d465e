import type { Clause } from './clause';

/** Replaces and reads of one server at the same time. */
export const concurrencyClauses = [
  {
    id: 'CONCURRENCY-01',
    level: 'SHOULD',
    sentence: 'shows only whole maps of single requests, during and after concurrent replaces',
    source: 'page, Function: the request deletes all metadata and sets its own; Nova mixes maps',
    because: 'the page does not describe concurrent requests, and OpenStack itself stores unions of their maps',
  },
  {
    id: 'CONCURRENCY-02',
    level: 'SHOULD',
    sentence: 'gives concurrent replaces and reads the results of one sequence of these requests',
    source: 'page, Function: after the response, the map of the request is the configured one',
    because: 'the page does not describe concurrent requests',
  },
] as const satisfies readonly Clause[];
