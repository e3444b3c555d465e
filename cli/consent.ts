import type { Target } from '../targets/http/target';
import type { Console } from './machine/console';
import type { Given } from './settings';
import { UsageError } from './usage-error';

/**
 * Asks once before servers are changed that are not on this machine.
 *
 * @throws {UsageError} for a no, and where nobody can be asked and `--yes` is not given.
 */
export async function consent(target: Target, given: Given, console: Console): Promise<void> {
  if (given.yes === true || isLoopback(target.url)) return;
  const plan = intention(target, given);
  const answer = await console.ask(`${plan}. Go on? [y/N] `);
  if (answer === undefined) {
    throw new UsageError(`${plan}: say so with --yes, as there is nobody to ask (the command plan shows it first)`);
  }
  if (!/^\s*y(es)?\s*$/i.test(answer)) throw new UsageError('nothing was changed, as that was not agreed to');
}

function intention({ url, serverIds, otherServerId, vmStates }: Target, { createServers = 0 }: Given): string {
  const named = [
    ...serverIds,
    ...Object.values(vmStates.fixed),
    ...(otherServerId === undefined ? [] : [otherServerId]),
  ];
  const made = createServers === 0 ? [] : [`makes ${createServers} servers and deletes them at the end`];
  const touched =
    named.length === 0
      ? []
      : [`replaces metadata and changes vm_states of ${named.length} servers, and puts both back`];
  return `a run against ${url} ${[...made, ...touched].join(', and ')}`;
}

/** Whether a URL leads to this machine. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
