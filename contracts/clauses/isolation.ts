import type { Clause } from './clause';

/** The operation changes one server only. */
export const isolationClauses = [
  {
    id: 'ISOLATION-01',
    level: 'MUST',
    sentence: 'does not change the metadata of any other server of the project',
    source: 'page, Function: "all the metadata of this ECS"',
  },
  {
    id: 'ISOLATION-02',
    level: 'MUST',
    sentence: 'does not change the metadata of servers of other projects',
    source: 'page, Function and URI',
  },
] as const satisfies readonly Clause[];
