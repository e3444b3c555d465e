import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { stringify } from 'yaml';
import { wrapText } from '../../reports/formats/console/wrap-text';
import { ConfigurationError } from '../../targets/errors';
import { writeFile } from '../machine/files';
import type { Machine } from '../machine/machine';
import { ownCommand } from '../machine/own-command';
import { findPackageFile } from '../machine/package-file';
import type { SettingDefinition } from '../settings/setting';
import { headings } from '../settings/setting-options';
import { settingValues } from '../settings/setting-values';
import { type SettingName, type Settings, settingDefinitions } from '../settings/settings';
import { embeddedName } from '../target/validate-settings';

/**
 * Writes a config file with every setting as a comment. In a terminal it asks for the target and its servers. Gives the
 * exit code, 0.
 *
 * @param force overwrites an existing file.
 * @throws {ConfigurationError} for a file that exists or cannot be written.
 */
export async function init(path: string, force: boolean, machine: Machine): Promise<number> {
  const { files, console } = machine;
  if (/\.json$/i.test(path)) {
    throw new ConfigurationError(`init writes YAML, which has comments: give a name such as ${path.slice(0, -4)}yaml`);
  }
  if (!force && files.exists(path)) {
    throw new ConfigurationError(`${path} exists, and is not changed: give another name, or overwrite it with --force`);
  }
  const given = await askForTarget(machine);
  try {
    writeFile(files, path, configText(path, given));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigurationError(`${path} cannot be written (${code}): give the name of a file in an existing folder`);
  }
  const command = ownCommand();
  console.out(
    `${path} is written: it tests ${given.target === undefined ? 'the embedded endpoint' : given.target}`,
    '',
    'See what can be tested, and what is missing:',
    `  ${command} doctor --config ${path}`,
    'Test it:',
    `  ${command} run --config ${path}`,
  );
  return 0;
}

/** Nothing without a terminal. */
async function askForTarget({ console }: Machine): Promise<Settings> {
  const target = await answerTo('URL of the target, without /v2 (empty: the embedded endpoint): ');
  if (target === undefined) return {};
  const projectId = await answerTo('Project id (empty: later): ');
  const servers = await answerTo('Ids of two active servers, whose metadata may be replaced: S1,S2 (empty: later): ');
  return {
    target,
    ...(projectId === undefined ? {} : { projectId }),
    ...(servers === undefined ? {} : { serverId: listOf(servers) }),
  };

  async function answerTo(question: string): Promise<string | undefined> {
    return (await console.ask(question))?.trim() || undefined;
  }
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Every setting as a comment, in the groups of the help. */
export function configText(path: string, given: Settings): string {
  const active: Settings = { target: embeddedName, ...given };
  const groups = Object.entries(headings).flatMap(([group, heading]) => {
    const settings = (settingDefinitions as readonly SettingDefinition[]).filter((setting) => setting.group === group);
    return ['', `# ---- ${heading.replace(/:$/, '')} ----`, ...settings.flatMap((setting) => entryOf(setting, active))];
  });
  return [
    `# yaml-language-server: $schema=${schemaPath(path)}`,
    '#',
    '# Settings of ecs-metadata-conformance, for --config. A flag overrides a',
    '# variable of the environment, and the variable overrides this file. To use a',
    '# setting, remove the "#" before it. The line above lets an editor complete',
    '# the settings and find mistakes.',
    ...groups,
    '',
  ].join('\n');
}

function entryOf(setting: SettingDefinition, active: Settings): string[] {
  const name = setting.name as SettingName;
  const isActive = active[name] !== undefined;
  const value = stringify(active[name] ?? exampleOf(setting), { collectionStyle: 'flow' }).trimEnd();
  const entry = `${name}: ${value}`;
  const isSecret = /token$/i.test(name);
  const need = setting.needs === undefined ? '' : `; only with ${setting.needs}`;
  const secret = isSecret ? `; a secret: give it as the variable ${setting.env}, not in a shared file` : '';
  return ['', ...wrapped(`${setting.description}${need}${secret}`), isActive ? entry : `#${entry}`];
}

/** For settings whose first proposed value, or the name of whose argument, is not a right value. */
const examples: Readonly<Partial<Record<SettingName, unknown>>> = {
  maxRequests: 1_000,
  replay: 'REPLACE-02:1234:0:1',
  shard: '2/4',
  waive: ['second-project'],
  vmState: ['stopped=ID'],
  baseline: 'conformance-baseline.yaml',
};

function exampleOf({ name, kind, argument = '' }: SettingDefinition): unknown {
  const example = examples[name as SettingName];
  if (example !== undefined) return example;
  const [first] = settingValues[name as SettingName]?.values ?? [];
  const word = first ?? (argument === 'url' ? 'https://ecs.example.com' : argument.replace(/\W.*/, '').toUpperCase());
  if (kind === 'list') return [word];
  if (kind === 'switch') return true;
  if (kind === 'text') return word;
  return { number: 10, seconds: 60, whole: 2, count: 128 }[kind];
}

/** Comment lines of at most 80 columns. */
function wrapped(text: string): string[] {
  return wrapText(text, 78).map((line) => `# ${line}`);
}

/** Relative to the config file where the package is below its folder, so that the file can be shared. */
function schemaPath(path: string): string {
  const schema = findPackageFile('docs/schemas/config.json');
  const near = relative(dirname(resolve(path)), schema);
  if (near.startsWith('..') || isAbsolute(near)) return schema;
  return `./${near.split(sep).join('/')}`;
}
