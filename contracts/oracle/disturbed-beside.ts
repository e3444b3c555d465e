import type { ClauseId } from '../clauses';
import type { Exchange } from '../http/exchange';
import type { Disturbed, State } from './state';

/** What must leave this project's server alone: replaces of other servers that were under way with an exchange. */
export function disturbedBeside({ servers }: State, { meanwhile = [] }: Exchange, projectId: string): Disturbed[] {
  const clauses = meanwhile.flatMap((id): ClauseId[] => {
    // A request that names no server of the run replaces nothing.
    const other = servers.get(id);
    if (other === undefined) return [];
    return [other.projectId === projectId ? 'ISOLATION-01' : 'ISOLATION-02'];
  });
  return [...new Set(clauses)].map((clause) => ({ kind: 'disturbed', clause }));
}
