import type { Target } from '../../targets/http/target';
import { ConfigurationError } from '../machine/configuration-error';
import type { Console } from '../machine/console';
import type { Settings } from '../settings/settings';

/**
 * Asks once before servers are changed that are not on this machine.
 *
 * @throws {ConfigurationError} for a no, and where nobody can be asked and `--yes` is not given.
 */
export async function confirm(target: Target, settings: Settings, console: Console): Promise<void> {
  if (settings.yes === true || isLoopback(target.url)) return;
  const plan = describeChanges(target, settings);
  const answer = await console.ask(`${plan}. Go on? [y/N] `);
  if (answer === undefined) {
    throw new ConfigurationError(
      `${plan}: say so with --yes, as there is nobody to ask (the command plan shows it first)`,
    );
  }
  if (!/^\s*y(es)?\s*$/i.test(answer)) throw new ConfigurationError('nothing was changed, as that was not agreed to');
}

function describeChanges({ url, serverIds, otherServerId, vmStates }: Target, { createServers = 0 }: Settings): string {
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
