import type { ClauseId } from '../clauses';
import type { AcceptedReplace, UncertainReplace, ViewEvent } from './model';

/** The accepted replace since the last read. There is at most one: a later one starts a new list of events. */
export function acceptedReplace(events: readonly ViewEvent[]): AcceptedReplace | undefined {
  return events.find((event): event is AcceptedReplace => event.kind === 'replaced');
}

/** The last replace of which the effect is not known. It explains every unexpected map after it. */
export function lastUncertain(events: readonly ViewEvent[]): UncertainReplace | undefined {
  return events.findLast((event): event is UncertainReplace => event.kind === 'uncertain');
}

/** The clauses that require the map to be unchanged since the last read. */
export function unchangedClauses(events: readonly ViewEvent[]): ClauseId[] {
  return events.flatMap((event) => (event.kind === 'must not change' ? [event.clause] : []));
}
