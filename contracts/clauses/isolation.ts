import type { Clause } from './clause';

/** The operation is on one server. */
export const isolationClauses = [
  {
    id: 'ISOLATION-01',
    level: 'MUST',
    sentence: 'leaves the metadata of every other server of the project alone',
    source: 'page, Function: "all the metadata of this ECS"',
  },
  {
    id: 'ISOLATION-02',
    level: 'MUST',
    sentence: 'leaves the metadata of the servers of other projects alone',
    source: 'page, Function and URI',
  },
] as const satisfies readonly Clause[];
