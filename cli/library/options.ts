import type { CheckEnded, Evidence } from '../../contracts/evidence/events';
import type { Effort } from '../../suites/harness/run/run-plan';
import { assertSettings } from '../settings/config-file';
import { configSchema } from '../settings/config-schema';
import type { SettingDefinition } from '../settings/setting';
import { flagName, type SettingName, type Settings, settingDefinitions } from '../settings/settings';

/** Flags of `run` that decide what is printed, or that end in something else than a result. */
const commandOnly = [
  'list',
  'json',
  'replay',
  'shard',
  'against',
  'againstProjectId',
  'againstServerId',
  'againstToken',
  'quiet',
  'verbose',
  'color',
] as const satisfies readonly SettingName[];

type Definition = (typeof settingDefinitions)[number];

/** The names of the settings that `run` reads. */
type RunSettingName<Each extends Definition = Definition> = Each extends Definition
  ? 'run' extends Each['commands'][number]
    ? Each['name']
    : never
  : never;

/**
 * The settings of a run, under the names of the config file: `docs/configuration.md` describes each. Lists are arrays,
 * durations are seconds.
 */
type RunSettings = Omit<Pick<Settings, RunSettingName>, (typeof commandOnly)[number] | 'effort'> & {
  readonly effort?: Effort['name'] | undefined;
};

export interface ConformanceOptions extends RunSettings {
  /** A config file, YAML or JSON. The options take precedence over it. */
  readonly config?: string | undefined;
  /** Reads the variables of the command too: settings, clouds and proxies. By default no variable is read. */
  readonly environment?: boolean | undefined;
  /** When it aborts, the checks stop, the servers are restored, and the run ends as incomplete. */
  readonly signal?: AbortSignal | undefined;
  /** Called at the end of each check. */
  readonly onCheck?: ((check: CheckEnded) => void) | undefined;
  /** Called for each event of the run, in order: the events of `evidence.jsonl.gz`, without secrets. */
  readonly onEvidence?: ((evidence: Evidence) => void) | undefined;
}

/** The names of the options that are settings. */
export const optionNames: readonly string[] = (settingDefinitions as readonly SettingDefinition[])
  .filter(({ name, commands }) => commands.includes('run') && !(commandOnly as readonly string[]).includes(name))
  .map(({ name }) => name);

const optionSchema = {
  type: 'object',
  properties: {
    ...Object.fromEntries(Object.entries(configSchema.properties).filter(([name]) => optionNames.includes(name))),
    config: { type: 'string', minLength: 1 },
    environment: { type: 'boolean' },
    signal: {},
    onCheck: {},
    onEvidence: {},
  },
  additionalProperties: false,
};

/** @throws {ConfigurationError} for an unknown option, and for a value of another type. */
export function assertOptions(options: object): void {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  assertSettings(Object.fromEntries(given), optionSchema, 'the options of runConformance are wrong');
}

/** A message of the command, with the names of options in place of flags. */
export function withOptionNames(message: string): string {
  return optionNames.reduce(
    (text, name) => text.replace(new RegExp(`${flagName(name)}(?![\\w-])`, 'g'), name),
    message,
  );
}

/** The settings without those that belong to the command alone: a config file may hold them. */
export function withoutCommandOnly(settings: Settings): Settings {
  return Object.fromEntries(
    Object.entries(settings).filter(([name]) => !(commandOnly as readonly string[]).includes(name)),
  );
}
