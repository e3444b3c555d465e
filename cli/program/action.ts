import type { Machine } from '../machine/machine';
import type { CommandName } from '../settings/setting';
import type { Settings } from '../settings/settings';
import { rememberSources } from './setting-sources';

/** The flags of a command, as Commander gives them. */
export type Flags = Readonly<Record<string, unknown>>;

/** The action of a command. The result of `work` becomes the exit code of the process. */
export function action<Arguments extends unknown[]>(
  work: (...given: Arguments) => number | Promise<number>,
): (...given: Arguments) => Promise<void> {
  return async (...given) => {
    process.exitCode = await work(...given);
  };
}

/** Loads the settings of a command, then the machine. Both are imported here: help and version need neither. */
export async function prepare(command: CommandName, flags: Flags): Promise<[Settings, Machine]> {
  const { loadSettings, settingSources } = await import('../settings/load-settings.js');
  // They say what a run with the same file and variables does: what a run refuses, they refuse.
  const reader = command === 'doctor' || command === 'plan' ? 'run' : command;
  const settings = loadSettings(reader, flags, process.env);
  rememberSources(settingSources(reader, flags, process.env));
  const { realMachine } = await import('../machine/machine.js');
  return [settings, { ...realMachine, console: realMachine.console.withColors(settings.color) }];
}
