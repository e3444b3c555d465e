import type { Command } from 'commander';
import { readConfigFile } from './config-file';
import { knowValues } from './known-secrets';
import { parseSetting } from './parse-setting';
import { flagOf, type Given, type SettingName, settings } from './settings';
import type { Setting } from './settings/setting';

/** Adds a flag for every setting but these. */
export function addSettings(command: Command, unused: readonly SettingName[] = []): Command {
  command.option('--config <file>', 'YAML or JSON with any of these settings; flags and environment go before it');
  for (const setting of settings as readonly Setting[]) {
    const { name, kind, argument, description } = setting;
    if (unused.some((each) => each === name)) continue;
    const flag = flagOf(name);
    const words = `${description} [${setting.env}]`;
    if (kind === 'switch') {
      command.option(flag, words);
      if (name === 'vmStateActions') command.option(`--no-${flag.slice(2)}`, 'do not use them');
    } else {
      const parse = (text: string, before: unknown) => {
        const value = parseSetting(setting, text, flag);
        return Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value;
      };
      command.option(`${flag} <${argument}>`, words, parse);
    }
  }
  return command;
}

/** What the user gave: flags before environment before config file. */
export function gather(flags: Readonly<Record<string, unknown>>, environment: NodeJS.ProcessEnv): Given {
  const file = typeof flags.config === 'string' ? readConfigFile(flags.config) : {};
  const entries = (settings as readonly Setting[]).map((setting) => {
    const text = environment[setting.env];
    const fromEnvironment = text === undefined || text === '' ? undefined : parseSetting(setting, text, setting.env);
    return [setting.name, flags[setting.name] ?? fromEnvironment ?? file[setting.name as keyof Given]];
  });
  const given = Object.fromEntries(entries) as Given;
  knowValues(given);
  return given;
}
