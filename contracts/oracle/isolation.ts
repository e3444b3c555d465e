import type { ClauseId } from '../clauses';
import type { Exchange } from '../http/exchange';
import type { Route } from '../http/route';
import { type Metadata, sameMetadata, versions } from '../metadata';
import type { Finding } from './finding';
import {
  type MustNotChange,
  mapViews,
  type ServerModel,
  type TargetModel,
  type VersionView,
  type ViewEvent,
} from './model';

/** From here on a server's map must still be what it was, or else this clause is broken. */
export function expectUnchanged(known: ServerModel, clause: ClauseId, carriesPairs = false): ServerModel {
  const isNoted = (view: VersionView) =>
    view.events.some(
      (event) => event.kind === 'must not change' && event.clause === clause && (event.showsOnEmpty ?? !carriesPairs),
    );
  const event: MustNotChange = { kind: 'must not change', clause, ...(carriesPairs ? { showsOnEmpty: true } : {}) };
  if (versions.every((version) => isNoted(known.views[version]))) return known;
  return mapViews(known, (view) => (isNoted(view) ? view : { ...view, events: [...view.events, event] }));
}

/** What must leave this project's server alone: replaces of other servers that were under way with an exchange. */
export function concurrentReplaces(
  { servers }: TargetModel,
  { meanwhile = [] }: Exchange,
  projectId: string,
): MustNotChange[] {
  const clauses = meanwhile.flatMap((id): ClauseId[] => {
    // A request that names no server of the run replaces nothing.
    const other = servers.get(id);
    if (other === undefined) return [];
    return [other.projectId === projectId ? 'ISOLATION-01' : 'ISOLATION-02'];
  });
  return [...new Set(clauses)].map((clause) => ({ kind: 'must not change', clause }));
}

/** The clauses that may be broken where a server shows the very map that another one was given; none where none was. */
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

/** Whether it is a replace of another server, which must not have touched this one. */
export function isIsolationEvent(event: ViewEvent): boolean {
  return event.kind === 'must not change' && isIsolationClause(event.clause);
}

/** Whether a clause says what replaces of other servers must leave alone. */
export function isIsolationClause(clause: ClauseId): boolean {
  return clause.startsWith('ISOLATION');
}

/** The clause that a finding may owe to replaces of other servers; undefined where they have nothing to do with it. */
export function isolationCandidate(finding: Finding): ClauseId | undefined {
  return finding.outcome === 'broken' ? finding.suspects.find(isIsolationClause) : undefined;
}
