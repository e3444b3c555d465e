import type { Clause } from './clause';

/** The purpose of the operation: the new map replaces the old one. */
export const replaceClauses = [
  {
    id: 'REPLACE-01',
    level: 'MUST',
    sentence: 'stores every pair of the request',
    source: 'page, Function: "the ECS uses the value configured in the request"',
  },
  {
    id: 'REPLACE-02',
    level: 'MUST',
    sentence: 'removes every stored pair whose key is not in the request',
    source: 'page, Function: "all the metadata of this ECS will be deleted"',
  },
  {
    id: 'REPLACE-03',
    level: 'MUST',
    sentence: 'replaces the value of a key that exists already',
    source: 'page, Function',
  },
  {
    id: 'REPLACE-04',
    level: 'MUST',
    sentence: 'removes all metadata if the map of the request is empty',
    source: 'page, Function (all is deleted, nothing is configured); Nova answers 200',
  },
  {
    id: 'REPLACE-05',
    level: 'MUST',
    sentence: 'stores no pair that is not in the request',
    source: 'page, Function; Nova',
  },
  {
    id: 'REPLACE-06',
    level: 'MUST',
    sentence: 'stores the same map if the same request is sent again',
    source: 'page, Function: the outcome depends on the request alone',
  },
  {
    id: 'REPLACE-07',
    level: 'MUST',
    sentence: 'keeps the stored map until the next change',
    source: 'page, Function: the ECS uses the configured value',
  },
  {
    id: 'REPLACE-08',
    level: 'SHOULD',
    sentence: 'shows the same map in the server resource (GET …/servers/{server_id})',
    source: 'Nova',
    because: 'the page does not describe the server resource',
  },
  {
    id: 'REPLACE-09',
    level: 'not applicable',
    sentence: "sets the server's `updated` time to a later time",
    source: 'Nova',
    because: 'the page does not mention it',
  },
] as const satisfies readonly Clause[];
