import type { Command } from 'commander';
import { ConfigurationError } from '../machine/configuration-error';
import { addSecrets } from '../machine/known-secrets';
import { readConfigFile } from './config-file';
import { editDistance, nearest } from './nearest';
import { parseSetting, type SettingDefinition } from './setting';
import { flagName, type SettingName, type Settings, settingDefinitions } from './settings';
import { connectionSettings, otherProjectSettings, targetSettings, vmStateSettings } from './target-settings';

/** Adds a flag for every setting but these. */
export function addSettingOptions(command: Command, unused: readonly SettingName[] = []): Command {
  command.option('--config <file>', 'YAML or JSON with any of these settings; flags and environment go before it');
  for (const setting of settingDefinitions as readonly SettingDefinition[]) {
    const { name, kind, argument, description } = setting;
    if (unused.some((each) => each === name)) continue;
    const flag = flagName(name);
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
 * @throws {ConfigurationError} for what is not understood, is empty, or is no setting.
 */
export function loadSettings(flags: Readonly<Record<string, unknown>>, environment: NodeJS.ProcessEnv): Settings {
  rejectUnknownVariables(environment);
  const path = typeof flags.config === 'string' ? flags.config : undefined;
  const file: Settings = path === undefined ? {} : readConfigFile(path);
  const given = Object.fromEntries(
    (settingDefinitions as readonly SettingDefinition[]).map((setting) => {
      const { name } = setting;
      return [name, flags[name] ?? fromVariable(setting, environment) ?? file[name as SettingName]];
    }),
  ) as Settings;
  addSecrets(given);
  const whereGiven = ({ name, env }: SettingDefinition) => {
    if (flags[name] !== undefined) return flagName(name);
    if (hasOwnPrefix(env) && environment[env] !== undefined) return env;
    return file[name as SettingName] === undefined ? undefined : `${name} in ${path}`;
  };
  // A comparison with the embedded endpoint names a target: that of --against.
  const ofTarget = given.against === undefined ? settingsOfTarget : [];
  return { ...given, describedBy: ofTarget.map(whereGiven).find((where) => where !== undefined) };
}

/** All that is said of a target, but which it is. */
const settingsOfTarget: readonly SettingDefinition[] = [
  ...targetSettings.filter(({ name }) => name !== 'target'),
  ...vmStateSettings,
  ...otherProjectSettings,
  ...connectionSettings,
];

/** An empty variable is a mistake, but for those of OpenStack: other tools set them, and take an empty one for none. */
function fromVariable(setting: SettingDefinition, environment: NodeJS.ProcessEnv): unknown {
  const text = environment[setting.env];
  if (text === undefined || (text === '' && !hasOwnPrefix(setting.env))) return undefined;
  return parseSetting(setting, text, setting.env);
}

function hasOwnPrefix(variable: string): boolean {
  return variable.startsWith(ownPrefix);
}

/** What the variables of this suite begin with; the others are named as OpenStack's own clients name them. */
const ownPrefix = 'ECS_METADATA_';

const ownVariables: readonly string[] = settingDefinitions
  .map(({ env }) => env)
  .filter((env) => env.startsWith(ownPrefix));

/**
 * Refuses a variable that looks like one of this suite and is none: a mistyped `ECS_METADATA_TARGET` would otherwise
 * examine another target than the user means, and a mistyped `ECS_METADATA_STRICT` would let a failed SHOULD pass.
 *
 * @throws {ConfigurationError}
 */
function rejectUnknownVariables(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) {
    // Windows knows no case in the names of variables.
    if (ownVariables.includes(process.platform === 'win32' ? name.toUpperCase() : name)) continue;
    const meant = likelyVariable(name);
    if (meant !== undefined) throw new ConfigurationError(`${name} is no setting: did you mean ${meant}?`);
    if (name.toUpperCase().startsWith(ownPrefix)) {
      throw new ConfigurationError(`${name} is no setting: unset it (run --help lists the variables that there are)`);
    }
  }
}

/** The variable that a name is mistyped for; of another prefix only a name that is wrong in one or two characters. */
function likelyVariable(name: string): string | undefined {
  const upper = name.toUpperCase();
  if (upper.startsWith(ownPrefix)) {
    const rest = nearest(
      upper.slice(ownPrefix.length),
      ownVariables.map((each) => each.slice(ownPrefix.length)),
    );
    return rest === undefined ? undefined : `${ownPrefix}${rest}`;
  }
  return ownVariables.find((each) => Math.abs(each.length - name.length) <= 2 && editDistance(upper, each) <= 2);
}
