import Ajv from 'ajv/dist/2020';
import { ConfigurationError } from '../../targets/errors';
import { parseSecretYaml, readText } from '../machine/user-file';
import { nearest } from './nearest';
import { describeSchemaError } from './schema-error';
import { ranges, type SettingDefinition } from './setting';
import { type Settings, settingDefinitions } from './settings';

const types = {
  text: { type: 'string', minLength: 1 },
  list: { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
  switch: { type: 'boolean' },
  number: { type: 'number', ...ranges.number },
  seconds: { type: 'number', ...ranges.seconds },
  whole: { type: 'integer', minimum: 0 },
  count: { type: 'integer', minimum: -1 },
} as const;

/** JSON Schema of the config file. */
const configSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Config file of ecs-metadata-conformance',
  type: 'object',
  properties: Object.fromEntries(
    settingDefinitions.map(({ name, kind, description }: SettingDefinition) => [name, { ...types[kind], description }]),
  ),
  additionalProperties: false,
};

/**
 * Reads a config file, YAML or JSON.
 *
 * @throws {ConfigurationError} for a file that cannot be read, is neither, or does not match the schema.
 */
export function readConfigFile(path: string): Settings {
  const text = readText(path, 'the config file', 'check --config');
  // The file may have a token in it: no message quotes it.
  const content = parseSecretYaml(text, path);
  if (content === undefined)
    throw new ConfigurationError(`the config file ${path} is empty: add settings to it, or leave out --config`);
  // Compiled here: at import it would slow down every command.
  const validate = new Ajv({ verbose: true }).compile(configSchema);
  if (validate(content)) return content as Settings;
  const unknown: unknown = validate.errors?.[0]?.params.additionalProperty;
  const likely = typeof unknown === 'string' ? nearest(unknown, Object.keys(configSchema.properties)) : undefined;
  const suggestion = likely === undefined ? '' : `: did you mean "${likely}"?`;
  throw new ConfigurationError(
    `the config file ${path} is wrong: ${describeSchemaError(validate.errors)}${suggestion}`,
  );
}
