import { ConfigurationError } from '../../targets/errors';
import { addSecrets } from '../machine/known-secrets';
import { readConfigFile } from './config-file';
import { type CommandName, parseSetting, type SettingDefinition, type SettingGroup } from './setting';
import { flagName, type SettingName, type Settings, settingDefinitions } from './settings';
import { configVariable, hasOwnPrefix, rejectUnknownVariables } from './variables';

/** The value of a setting, and its source as a message names it. */
interface Given {
  readonly value: unknown;
  readonly where: string;
  readonly isFromOpenStack: boolean;
}

/**
 * The settings of a command that the user gave. A flag takes precedence over a variable, and a variable over the config
 * file. Variables and members of other commands are ignored.
 *
 * @throws {ConfigurationError} for a value that cannot be read, an unknown name, a setting that this command or
 * `--against` fixes, and a setting without the one that it needs.
 */
export function loadSettings(
  command: CommandName,
  flags: Readonly<Record<string, unknown>>,
  environment: NodeJS.ProcessEnv,
): Settings {
  rejectUnknownVariables(environment);
  const given = collect(command, flags, environment);
  const settings = Object.fromEntries([...given].map(([{ name }, { value }]) => [name, value])) as Settings;
  addSecrets(settings);
  for (const [setting, { where }] of given) rejectContradictions(setting, where, command, settings);
  const describing = [...given].find(([setting, found]) => describesTarget(setting, found, settings));
  return { ...settings, ...(describing === undefined ? {} : { describedBy: describing[1].where }) };
}

/** The sources of the same settings, by flag: `--waive` was given as `waive in c.yaml`, or as `ECS_METADATA_WAIVE`. */
export function settingSources(...from: Parameters<typeof loadSettings>): ReadonlyMap<string, string> {
  return new Map([...collect(...from)].map(([{ name }, { where }]) => [flagName(name), where]));
}

function collect(
  command: CommandName,
  flags: Readonly<Record<string, unknown>>,
  environment: NodeJS.ProcessEnv,
): Map<SettingDefinition, Given> {
  const path = typeof flags.config === 'string' ? flags.config : environment[configVariable];
  const file: Settings = path === undefined ? {} : readConfigFile(path);
  const given = new Map<SettingDefinition, Given>();
  for (const setting of settingDefinitions as readonly SettingDefinition[]) {
    const isFixed = command === 'certify' && setting.fixedBy?.certify !== undefined;
    if (!isFixed && !setting.commands.includes(command)) continue;
    const found = find(setting, flags, environment, file, path);
    if (found !== undefined) given.set(setting, found);
  }
  return given;
}

function find(
  setting: SettingDefinition,
  flags: Readonly<Record<string, unknown>>,
  environment: NodeJS.ProcessEnv,
  file: Settings,
  path: string | undefined,
): Given | undefined {
  const { name, env, bare } = setting;
  const where = flagName(name);
  // Commander gives true for a flag without its optional argument.
  const flag = flags[name] === true && bare !== undefined ? parseSetting(setting, bare, where) : flags[name];
  if (flag !== undefined) return { value: flag, where, isFromOpenStack: false };
  const text = environment[env];
  // Other tools set the variables of OpenStack, and read an empty one as none.
  if (text !== undefined && (text !== '' || hasOwnPrefix(env))) {
    return { value: parseSetting(setting, text, env), where: env, isFromOpenStack: !hasOwnPrefix(env) };
  }
  const value = file[name as SettingName];
  return value === undefined ? undefined : { value, where: `${name} in ${path}`, isFromOpenStack: false };
}

/** Applies `fixedBy`, `excludes` and `needs`. */
function rejectContradictions(
  { fixedBy, excludes, needs }: SettingDefinition,
  where: string,
  command: CommandName,
  settings: Settings,
): void {
  if (command === 'certify' && fixedBy?.certify !== undefined) {
    throw new ConfigurationError(`${where} cannot be used with certify, because ${fixedBy.certify}: leave it out`);
  }
  if (settings.against !== undefined && fixedBy?.against !== undefined) {
    throw new ConfigurationError(
      `${where} cannot be used with --against, because ${fixedBy.against}: leave one of them out`,
    );
  }
  if (excludes !== undefined && settings[excludes]) {
    throw new ConfigurationError(`${where} cannot be used with ${flagName(excludes)}: leave one of them out`);
  }
  if (needs !== undefined && !settings[needs]) {
    throw new ConfigurationError(`${where} has no effect without ${flagName(needs)}: add that, or leave it out`);
  }
}

const describingGroups: readonly SettingGroup[] = ['target', 'vm_states', 'second project', 'connection'];

/**
 * True for a setting that describes a target without naming it. The variables of OpenStack do not count: an openrc file sets
 * them for every tool. `--against` names a target: then the first one may be the embedded endpoint.
 */
function describesTarget({ name, group }: SettingDefinition, { isFromOpenStack }: Given, settings: Settings): boolean {
  if (settings.against !== undefined || name === 'target' || isFromOpenStack) return false;
  return describingGroups.includes(group);
}
