import { countNoun } from '../../contracts/text/count-noun';
import { ConfigurationError } from '../../targets/errors';
import type { Target } from '../../targets/http/target';
import type { Console } from '../machine/console';
import type { Settings } from '../settings/settings';

/**
 * Asks for confirmation before a run changes servers of a remote target.
 *
 * @throws {ConfigurationError} for a no, and without a terminal when `--yes` is not given.
 */
export async function confirm(target: Target, settings: Settings, console: Console): Promise<void> {
  if (settings.yes === true || isLoopback(target.url)) return;
  const plan = describeChanges(target, settings);
  const answer = await console.ask(`${plan}. Continue? [y/N] `);
  if (answer === undefined) {
    throw new ConfigurationError(
      `${plan}: confirm it with --yes, because there is no terminal for a question (the command plan shows the changes)`,
    );
  }
  if (!/^\s*y(es)?\s*$/i.test(answer))
    throw new ConfigurationError('nothing was changed, because the run was not confirmed');
}

function describeChanges({ url, serverIds, otherServerId, vmStates }: Target, { createServers = 0 }: Settings): string {
  const named = [
    ...serverIds,
    ...Object.values(vmStates.fixed),
    ...(otherServerId === undefined ? [] : [otherServerId]),
  ];
  const created =
    createServers === 0 ? [] : [`creates ${countNoun(createServers, 'server')} and deletes them at the end`];
  const changed =
    named.length === 0
      ? []
      : [`changes metadata and vm_state of ${countNoun(named.length, 'server')}, and restores both`];
  return `a run against ${url} ${[...created, ...changed].join(', and ')}`;
}

/** True for a URL of this machine. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
