import type { Exchange } from '../http/exchange';
import { parseServer } from '../http/parse-response';
import { acceptsMetadata, type VmState } from '../vm-states';
import { disturb } from './disturb';
import { eachView } from './each-view';
import { leftUnasked } from './left-unasked';
import type { Known } from './state';
import { stateClauses } from './state-clauses';

/** What is known of a server after GET of the server resource. */
export function afterLook(known: Known, exchange: Exchange): Known {
  const seen = parseServer(exchange.response);
  if (seen === undefined) return known;
  const updated = seen.updated === undefined ? undefined : { value: seen.updated, at: exchange.at };
  const differs = known.vmState !== undefined && seen.vmState !== known.vmState;
  const changed = seen.vmState !== undefined && (differs || known.isChanging);
  const left = leftUnasked(known, exchange);
  const unasked = left === undefined ? known.unasked : [...known.unasked, left];
  const looked = {
    ...known,
    vmState: seen.vmState ?? known.vmState,
    isChanging: false,
    isAsked: false,
    unasked,
    updated,
  };
  if (!changed) return looked;
  // Whether the metadata can be read in the new vm_state is to be seen.
  const unread = eachView(looked, (view) => ({ ...view, failedReads: undefined }));
  return disturb(known.isChanging && seen.vmState !== undefined ? arrived(unread, seen.vmState) : unread, 'STATE-13');
}

/** What was taken while the vm_state changed may have come when the server was there already. */
function arrived(known: Known, vmState: VmState): Known {
  if (!acceptsMetadata(vmState)) return known;
  const arrivedIn = stateClauses[vmState];
  return eachView(known, (view) => ({
    ...view,
    events: view.events.map((event) => (event.kind === 'replaced' ? { ...event, arrivedIn } : event)),
  }));
}
