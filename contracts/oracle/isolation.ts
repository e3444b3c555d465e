import type { ClauseId } from '../clauses';
import type { Exchange } from '../http/exchange';
import type { Route } from '../http/route';
import { type Metadata, sameMetadata, versions } from '../metadata';
import type { Finding } from './finding';
import { mapViews, type ServerModel, type TargetModel } from './model';
import type { MustNotChange, VersionView, ViewEvent } from './version-view';

/** Requires the map of a server to be unchanged from here on. Otherwise the target violates this clause. */
export function expectUnchanged(known: ServerModel, clause: ClauseId, carriesPairs = false): ServerModel {
  const isNoted = (view: VersionView) =>
    view.events.some(
      (event) => event.kind === 'must not change' && event.clause === clause && (event.showsOnEmpty ?? !carriesPairs),
    );
  const event: MustNotChange = { kind: 'must not change', clause, ...(carriesPairs ? { showsOnEmpty: true } : {}) };
  if (versions.every((version) => isNoted(known.views[version]))) return known;
  return mapViews(known, (view) => (isNoted(view) ? view : { ...view, events: [...view.events, event] }));
}

/** A replace of one server must not change another one. */
export function expectOthersUnchanged(state: TargetModel, serverId: string, projectId: string): TargetModel {
  let servers: Map<string, ServerModel> | undefined;
  for (const [id, known] of state.servers) {
    const clause = known.projectId === projectId ? 'ISOLATION-01' : 'ISOLATION-02';
    const expected = id === serverId ? known : expectUnchanged(known, clause);
    if (expected !== known) servers = (servers ?? new Map(state.servers)).set(id, expected);
  }
  return servers === undefined ? state : { ...state, servers };
}

/** The replaces of other servers during an exchange. They must not change a server of this project. */
export function concurrentReplaces(
  { servers }: TargetModel,
  { meanwhile = [] }: Exchange,
  projectId: string,
): MustNotChange[] {
  const clauses = meanwhile.flatMap((id): ClauseId[] => {
    // A request for an unknown server replaces nothing.
    const other = servers.get(id);
    if (other === undefined) return [];
    return [other.projectId === projectId ? 'ISOLATION-01' : 'ISOLATION-02'];
  });
  return [...new Set(clauses)].map((clause) => ({ kind: 'must not change', clause }));
}

/** The isolation clauses of the other servers that may have this map: the target may show the map of one of them. */
export function crossServerLeak({ servers }: TargetModel, { serverId, version }: Route, seen: Metadata): ClauseId[] {
  if (Object.keys(seen).length === 0) return [];
  const own = servers.get(serverId)?.projectId;
  const clauses = [...servers]
    .filter(
      ([id, { views }]) => id !== serverId && views[version].possibleMaps?.some(({ map }) => sameMetadata(map, seen)),
    )
    .map(([, { projectId }]): ClauseId => (projectId === own ? 'ISOLATION-01' : 'ISOLATION-02'));
  return [...new Set(clauses)];
}

/** True if the event is a replace of another server. */
export function isIsolationEvent(event: ViewEvent): boolean {
  return event.kind === 'must not change' && isIsolationClause(event.clause);
}

/** True if the clause concerns replaces of other servers. */
export function isIsolationClause(clause: ClauseId): boolean {
  return clause.startsWith('ISOLATION');
}

/** The isolation clause among the candidates of a finding, or undefined. */
export function isolationCandidate(finding: Finding): ClauseId | undefined {
  return finding.outcome === 'violated' ? finding.candidates.find(isIsolationClause) : undefined;
}
