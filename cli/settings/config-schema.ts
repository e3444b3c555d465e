import { ranges, type SettingDefinition, type SettingKind } from './setting';
import { settingValues } from './setting-values';
import { type SettingName, settingDefinitions } from './settings';

/** A JSON Schema of a value, which may propose values to the user of an editor. */
interface ValueSchema {
  readonly type: string;
  readonly [keyword: string]: unknown;
}

const text: ValueSchema = { type: 'string', minLength: 1 };

const types: Readonly<Record<Exclude<SettingKind, 'list'>, ValueSchema>> = {
  text,
  switch: { type: 'boolean' },
  number: { type: 'number', ...ranges.number },
  seconds: { type: 'number', ...ranges.seconds },
  whole: { type: 'integer', minimum: 0 },
  count: { type: 'integer', minimum: -1 },
};

/** JSON Schema (2020-12) of the config file. `init` names it in the file, so that an editor completes the settings. */
export const configSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Config file of ecs-metadata-conformance',
  type: 'object',
  properties: {
    $schema: { type: 'string', description: 'this schema, for editors' },
    ...Object.fromEntries(
      (settingDefinitions as readonly SettingDefinition[]).map((setting) => [setting.name, schemaOf(setting)]),
    ),
  },
  additionalProperties: false,
};

function schemaOf({ name, kind, minimum, description }: SettingDefinition): ValueSchema {
  const { values, isClosed } = settingValues[name as SettingName] ?? {};
  // "examples" allows every other value.
  const proposed = values === undefined ? {} : { [isClosed ? 'enum' : 'examples']: values };
  if (kind === 'list') return { type: 'array', items: { ...text, ...proposed }, minItems: 1, description };
  return { ...types[kind], ...(minimum === undefined ? {} : { minimum }), ...proposed, description };
}
