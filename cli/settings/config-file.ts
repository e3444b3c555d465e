import Ajv from 'ajv/dist/2020';
import { ConfigurationError } from '../../targets/errors';
import { parseSecretYaml, readText } from '../machine/user-file';
import { configSchema } from './config-schema';
import { nearest } from './nearest';
import { describeSchemaError } from './schema-error';
import type { Settings } from './settings';

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
  const { $schema: _, ...settings } = content;
  return settings;
}

/**
 * Validates settings that are no text, by the schema of the config file or a part of it.
 *
 * @param problem such as `the config file x.yaml is wrong`.
 * @throws {ConfigurationError} for an unknown member, or a value of another type.
 */
export function assertSettings(
  content: unknown,
  schema: { readonly properties: object },
  problem: string,
): asserts content is Settings & { readonly $schema?: string } {
  // Compiled here: at import it would slow down every command.
  const validate = new Ajv({ verbose: true }).compile(schema);
  if (validate(content)) return;
  const unknown: unknown = validate.errors?.[0]?.params.additionalProperty;
  const likely = typeof unknown === 'string' ? nearest(unknown, Object.keys(schema.properties)) : undefined;
  const suggestion = likely === undefined ? '' : `: did you mean "${likely}"?`;
  throw new ConfigurationError(`${problem}: ${describeSchemaError(validate.errors)}${suggestion}`);
}
