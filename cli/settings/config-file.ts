import Ajv from 'ajv/dist/2020';
import { ConfigurationError } from '../machine/configuration-error';
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
export const configSchema = {
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
  assertSettings(content, configSchema, `the config file ${path} is wrong`);
  return content;
}

/**
 * Validates settings that are no text, by the schema of a config file or a part of it.
 *
 * @param problem such as `the config file x.yaml is wrong`.
 * @throws {ConfigurationError} for an unknown member, or a value of another type.
 */
export function assertSettings(
  content: unknown,
  schema: { readonly properties: object },
  problem: string,
): asserts content is Settings {
  // Compiled here: at import it would slow down every command.
  const validate = new Ajv({ verbose: true }).compile(schema);
  if (validate(content)) return;
  const unknown: unknown = validate.errors?.[0]?.params.additionalProperty;
  const likely = typeof unknown === 'string' ? nearest(unknown, Object.keys(schema.properties)) : undefined;
  const suggestion = likely === undefined ? '' : `: did you mean "${likely}"?`;
  throw new ConfigurationError(`${problem}: ${describeSchemaError(validate.errors)}${suggestion}`);
}
