import type { ClauseId } from '../../clauses';
import { callerOf } from '../../http/placeholders';
import type { Route } from '../../http/route';
import type { Statuses } from '../../profiles/profile';
import type { TargetModel } from '../model';
import type { RejectionReason } from './reasons';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The first reason to reject the caller. It hides all others. */
export function accessRejectionReason(
  state: TargetModel,
  route: Route,
  token: string | undefined,
  statuses: Statuses,
): RejectionReason | undefined {
  const { subject, servers } = state;
  const caller = callerOf(token);
  if (caller === 'none') return rejectionReason('ACCESS-01', statuses.unauthenticated);
  if (caller === 'unknown') return rejectionReason('ACCESS-02', statuses.unauthenticated);
  const project = caller === 'own' ? subject.projectId : subject.otherProjectId;
  if (route.projectId !== '' && route.projectId !== project)
    return rejectionReason('ACCESS-05', statuses.foreignProject);
  const known = servers.get(route.serverId);
  if (known === undefined) {
    return rejectionReason(uuid.test(route.serverId) ? 'ACCESS-03' : 'ACCESS-04', statuses.unknownServer);
  }
  return known.projectId === project ? undefined : rejectionReason('ACCESS-06', statuses.foreignServer);
}

function rejectionReason(clause: ClauseId, statuses: readonly number[]): RejectionReason {
  return { clause, statuses, unchangedClause: 'ATOMIC-04' };
}
