import Ajv from 'ajv/dist/2020';
import { isClauseId } from '../../contracts/clauses';
import type { KnownFailure } from '../../reports/verdict/baseline';
import { ConfigurationError } from '../../targets/errors';
import { parseYaml, readText } from '../machine/user-file';
import { describeSchemaError } from './schema-error';

/** JSON Schema of a baseline. */
const baselineSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Baseline of ecs-metadata-conformance run: known failures',
  type: 'array',
  items: {
    type: 'object',
    required: ['clause', 'reason', 'owner', 'expires'],
    properties: {
      clause: { type: 'string', description: 'such as REPLACE-02' },
      reason: { type: 'string', minLength: 1 },
      owner: { type: 'string', pattern: '^https?://', description: 'a link to the issue of the owner' },
      expires: {
        type: 'string',
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        description: 'the last day on which the failure is accepted',
      },
    },
    additionalProperties: false,
  },
};

/**
 * Reads a baseline, YAML or JSON.
 *
 * @throws {ConfigurationError} for a file that cannot be read, or is not a baseline.
 */
export function readBaseline(path: string): KnownFailure[] {
  const content = parseYaml(readText(path, 'the baseline', 'check --baseline'), `the baseline ${path}`);
  // Compiled here: at import it would slow down every command.
  const validate = new Ajv().compile<KnownFailure[]>(baselineSchema);
  if (!validate(content)) throw wrong(path, describeSchemaError(validate.errors));
  for (const [place, { clause, expires }] of content.entries()) {
    if (!isClauseId(clause)) throw wrong(path, `there is no clause ${clause} (the command clauses prints all of them)`);
    if (content.findIndex((each) => each.clause === clause) !== place) throw wrong(path, `${clause} is listed twice`);
    if (!isDay(expires)) throw wrong(path, `${clause} expires on ${expires}, which is not a date`);
  }
  return content;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function wrong(path: string, complaint: string): ConfigurationError {
  return new ConfigurationError(`the baseline ${path} is wrong: ${complaint}`);
}
