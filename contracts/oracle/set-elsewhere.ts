import type { ClauseId } from '../clauses';
import type { Route } from '../http/route';
import { type Metadata, sameMetadata } from '../metadata';
import type { State } from './state';

/** The clauses that may be broken where a server shows the very map that another one was given; none where none was. */
export function setElsewhere({ servers }: State, { serverId, version }: Route, seen: Metadata): ClauseId[] {
  if (Object.keys(seen).length === 0) return [];
  const own = servers.get(serverId)?.projectId;
  const clauses = [...servers]
    .filter(
      ([id, { views }]) => id !== serverId && views[version].candidates?.some(({ map }) => sameMetadata(map, seen)),
    )
    .map(([, { projectId }]): ClauseId => (projectId === own ? 'ISOLATION-01' : 'ISOLATION-02'));
  return [...new Set(clauses)];
}
