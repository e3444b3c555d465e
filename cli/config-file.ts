import Ajv from 'ajv/dist/2020';
import { secretYaml } from './clouds/secret-yaml';
import { nearest } from './nearest';
import { ranges } from './ranges';
import { readText } from './read-text';
import { schemaComplaint } from './schema-complaint';
import { type Given, settings } from './settings';
import type { Setting } from './settings/setting';
import { UsageError } from './usage-error';

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
  title: 'Config file of ecs-metadata-conformance run',
  type: 'object',
  properties: Object.fromEntries(
    settings.map(({ name, kind, description }: Setting) => [name, { ...types[kind], description }]),
  ),
  additionalProperties: false,
};

/**
 * Reads a config file, YAML or JSON.
 *
 * @throws {UsageError} for a file that cannot be read, is neither, or holds what the schema does not know.
 */
export function readConfigFile(path: string): Given {
  const text = readText(path, 'the config file', 'check --config');
  // It may hold a token, so nothing of it is quoted.
  const content = secretYaml(text, path);
  if (content === undefined) throw new UsageError(`the config file ${path} is empty: check --config, or leave it out`);
  // Compiled here, not when the module loads: that would slow down every command.
  const validate = new Ajv({ verbose: true }).compile(configSchema);
  if (validate(content)) return content as Given;
  const unknown: unknown = validate.errors?.[0]?.params.additionalProperty;
  const meant = typeof unknown === 'string' ? nearest(unknown, Object.keys(configSchema.properties)) : undefined;
  const mend = meant === undefined ? '' : `: did you mean "${meant}"?`;
  throw new UsageError(`the config file ${path} is wrong: ${schemaComplaint(validate.errors)}${mend}`);
}
