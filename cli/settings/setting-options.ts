import { type Command, Option } from 'commander';
import { type CommandName, parseSetting, type SettingDefinition, type SettingGroup } from './setting';
import { argumentOf, flagName, settingDefinitions, settingsOf } from './settings';
import { configVariable } from './variables';

export const headings: Readonly<Record<SettingGroup, string>> = {
  target: 'Target:',
  run: 'Run:',
  output: 'Output:',
  comparison: 'Comparison:',
  vm_states: 'vm_states:',
  'second project': 'Second project:',
  connection: 'Connection:',
};

/** Adds the flags of the settings that this command reads, in groups. */
export function addSettingOptions(command: Command, name: CommandName): Command {
  command.option(
    '--config <file>',
    `YAML or JSON file with settings; flags and variables take precedence over it [${configVariable}]`,
  );
  for (const setting of settingsOf(name)) addFlags(command, setting, (option) => option);
  // A flag that certify has to refuse is known to it: the error gives the reason.
  for (const setting of settingDefinitions as readonly SettingDefinition[]) {
    if (name === 'certify' && setting.fixedBy?.certify) addFlags(command, setting, (option) => option.hideHelp());
  }
  return command;
}

function addFlags(command: Command, setting: SettingDefinition, finish: (option: Option) => Option): void {
  const { name, kind, group, env } = setting;
  const flag = flagName(name);
  const create = (flags: string, description: string) =>
    finish(new Option(flags, description)).helpGroup(headings[group]);
  const description = `${setting.description} [${env}]`;
  if (kind === 'switch') command.addOption(create(flag, description));
  else {
    const parse = (text: string, before: unknown) => {
      const value = parseSetting(setting, text, flag);
      return Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value;
    };
    command.addOption(create(`${flag} ${argumentOf(setting)}`, description).argParser(parse));
  }
  if (setting.negation !== undefined) command.addOption(create(`--no-${flag.slice(2)}`, setting.negation));
}
