import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { parseDocument } from 'yaml';
import { schemaComplaint } from './schema-complaint';
import { type Given, type Setting, settings } from './settings';
import { UsageError } from './usage-error';

const types = {
  text: { type: 'string' },
  list: { type: 'array', items: { type: 'string' } },
  switch: { type: 'boolean' },
  seconds: { type: 'number', exclusiveMinimum: 0 },
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
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(
      `the config file ${path} cannot be read (${(error as NodeJS.ErrnoException).code}): check --config`,
    );
  }
  const content = contentOf(text, path);
  // Compiled here, not when the module loads: that would slow down every command.
  const validate = new Ajv().compile(configSchema);
  if (validate(content)) return content as Given;
  throw new UsageError(`the config file ${path} is wrong: ${schemaComplaint(validate.errors)}`);
}

function contentOf(text: string, path: string): unknown {
  const document = parseDocument(text);
  try {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw problem;
    return document.toJS() ?? {};
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const reason = code === 'MULTIPLE_DOCS' ? 'it holds more than one document' : message.replace(/:?\n[\s\S]*/, '');
    throw new UsageError(`the config file ${path} is neither YAML nor JSON: ${reason}`);
  }
}
