import type { ClauseId } from '../clauses';
import { callerOf } from '../http/placeholders';
import type { Route } from '../http/route';
import type { Statuses } from '../profiles/profile';
import type { Objection } from './objection';
import type { State } from './state';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Why a caller must be refused, the first reason alone: behind it nothing else can be seen. */
export function accessObjection(
  state: State,
  route: Route,
  token: string | undefined,
  statuses: Statuses,
): Objection | undefined {
  const { subject, servers } = state;
  const caller = callerOf(token);
  if (caller === 'none') return refuse('ACCESS-01', statuses.unauthenticated);
  if (caller === 'unknown') return refuse('ACCESS-02', statuses.unauthenticated);
  const project = caller === 'own' ? subject.projectId : subject.otherProjectId;
  if (route.projectId !== '' && route.projectId !== project) return refuse('ACCESS-05', statuses.foreignProject);
  const known = servers.get(route.serverId);
  if (known === undefined) {
    return refuse(uuid.test(route.serverId) ? 'ACCESS-03' : 'ACCESS-04', statuses.unknownServer);
  }
  return known.projectId === project ? undefined : refuse('ACCESS-06', statuses.foreignServer);
}

function refuse(clause: ClauseId, statuses: readonly number[]): Objection {
  return { clause, statuses, trace: 'ATOMIC-04' };
}
