import type { Clause } from './clause';

/** What the operation is for: the old map goes, the new one stays. */
export const replaceClauses = [
  {
    id: 'REPLACE-01',
    level: 'MUST',
    sentence: 'stores every pair that the request carries',
    source: 'page, Function: "the ECS uses the value configured in the request"',
  },
  {
    id: 'REPLACE-02',
    level: 'MUST',
    sentence: 'removes every pair that the request does not name',
    source: 'page, Function: "all the metadata of this ECS will be deleted"',
  },
  {
    id: 'REPLACE-03',
    level: 'MUST',
    sentence: 'gives a key that is already there the value of the request',
    source: 'page, Function',
  },
  {
    id: 'REPLACE-04',
    level: 'MUST',
    sentence: 'removes all metadata when the request carries an empty map',
    source: 'page, Function (all is deleted, nothing is configured); Nova answers 200',
  },
  {
    id: 'REPLACE-05',
    level: 'MUST',
    sentence: 'stores no pair that the request does not carry',
    source: 'page, Function; Nova',
  },
  {
    id: 'REPLACE-06',
    level: 'MUST',
    sentence: 'leaves the same map when the same request comes again',
    source: 'page, Function: the outcome depends on the request alone',
  },
  {
    id: 'REPLACE-07',
    level: 'MUST',
    sentence: 'keeps what it stored until the next change',
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
    sentence: "moves the server's `updated` time",
    source: 'Nova',
    because: 'the page does not speak of it',
  },
] as const satisfies readonly Clause[];
