import type { ClauseId } from '../clauses';
import { versions } from '../metadata';
import { eachView } from './each-view';
import type { Disturbed, Known, View } from './state';

/** From here on a server's map must still be what it was, or else this clause is broken. */
export function disturb(known: Known, clause: ClauseId, carriesPairs = false): Known {
  const isNoted = (view: View) =>
    view.events.some(
      (event) => event.kind === 'disturbed' && event.clause === clause && (event.showsOnEmpty ?? !carriesPairs),
    );
  const event: Disturbed = { kind: 'disturbed', clause, ...(carriesPairs ? { showsOnEmpty: true } : {}) };
  if (versions.every((version) => isNoted(known.views[version]))) return known;
  return eachView(known, (view) => (isNoted(view) ? view : { ...view, events: [...view.events, event] }));
}
