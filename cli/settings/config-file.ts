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
  // Compiled here: at import it would slow down every command.
  const validate = new Ajv({ verbose: true }).compile(configSchema);
  if (validate(content)) {
    const { $schema: _, ...settings } = content as Settings & { readonly $schema?: string };
    return settings;
  }
  const unknown: unknown = validate.errors?.[0]?.params.additionalProperty;
  const likely = typeof unknown === 'string' ? nearest(unknown, Object.keys(configSchema.properties)) : undefined;
  const suggestion = likely === undefined ? '' : `: did you mean "${likely}"?`;
  throw new ConfigurationError(
    `the config file ${path} is wrong: ${describeSchemaError(validate.errors)}${suggestion}`,
  );
}
