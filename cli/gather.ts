import type { Command } from 'commander';
import { readConfigFile } from './config-file';
import { knowValues } from './known-secrets';
import { parseSetting } from './parse-setting';
import { ownPrefix, refuseUnknownVariables } from './refuse-unknown-variables';
import { flagOf, type Given, type SettingName, settings } from './settings';
import { connectionSettings } from './settings/connection-settings';
import { otherProjectSettings } from './settings/other-project-settings';
import type { Setting } from './settings/setting';
import { targetSettings } from './settings/target-settings';
import { vmStateSettings } from './settings/vm-state-settings';

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

/**
 * The settings that the user gave. A flag goes before a variable, and a variable before the config file.
 *
 * @throws {UsageError} for what is not understood, is empty, or is no setting.
 */
export function gather(flags: Readonly<Record<string, unknown>>, environment: NodeJS.ProcessEnv): Given {
  refuseUnknownVariables(environment);
  const path = typeof flags.config === 'string' ? flags.config : undefined;
  const file: Given = path === undefined ? {} : readConfigFile(path);
  const given = Object.fromEntries(
    (settings as readonly Setting[]).map((setting) => {
      const { name } = setting;
      return [name, flags[name] ?? fromVariable(setting, environment) ?? file[name as SettingName]];
    }),
  ) as Given;
  knowValues(given);
  const whereGiven = ({ name, env }: Setting) => {
    if (flags[name] !== undefined) return flagOf(name);
    if (isOwn(env) && environment[env] !== undefined) return env;
    return file[name as SettingName] === undefined ? undefined : `${name} in ${path}`;
  };
  // A comparison with the embedded endpoint names a target: that of --against.
  const ofTarget = given.against === undefined ? targetGroups : [];
  return { ...given, describedBy: ofTarget.map(whereGiven).find((where) => where !== undefined) };
}

/** All that is said of a target, but which it is. */
const targetGroups: readonly Setting[] = [
  ...targetSettings.filter(({ name }) => name !== 'target'),
  ...vmStateSettings,
  ...otherProjectSettings,
  ...connectionSettings,
];

/** An empty variable is a mistake, but for those of OpenStack: other tools set them, and take an empty one for none. */
function fromVariable(setting: Setting, environment: NodeJS.ProcessEnv): unknown {
  const text = environment[setting.env];
  if (text === undefined || (text === '' && !isOwn(setting.env))) return undefined;
  return parseSetting(setting, text, setting.env);
}

function isOwn(variable: string): boolean {
  return variable.startsWith(ownPrefix);
}
