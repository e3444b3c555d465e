import type { Exchange } from '../http/exchange';
import { parseServer } from '../http/parse-response';
import type { VmState } from '../vm-states';
import type { Known } from './state';

/** Out of any other state a server may come by itself: what is built becomes active, what is shelved is offloaded. */
const lasting: readonly VmState[] = [
  'active',
  'stopped',
  'paused',
  'suspended',
  'rescued',
  'error',
  'shelved_offloaded',
];

/**
 * The vm_state that a server is seen to have left although nothing but replaces was asked of it since it was seen there.
 * A way into a vm_state that leaves no trace, as a hook of the user's, ends with a look of the stage's own.
 */
export function leftUnasked({ vmState, isAsked }: Known, exchange: Exchange): VmState | undefined {
  const seen = parseServer(exchange.response)?.vmState;
  if (exchange.aside || !isAsked || seen === undefined || seen === vmState) return undefined;
  return lasting.find((state) => state === vmState);
}
