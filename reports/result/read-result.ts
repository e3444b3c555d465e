import Ajv from 'ajv/dist/2020';
import type { Result } from './result';
import { resultSchema } from './result-schema';

/** Also a result of another version of the suite, whose catalogue may hold other clauses and capabilities. */
const anySchema = {
  ...resultSchema,
  required: resultSchema.required.filter((name) => name !== 'missing' && name !== 'unconfirmed'),
  properties: {
    ...resultSchema.properties,
    missing: {
      type: 'array',
      items: {
        type: 'object',
        required: ['capability', 'waived'],
        properties: { capability: { type: 'string' }, waived: { type: 'boolean' } },
      },
    },
    clauses: {
      type: 'array',
      items: {
        type: 'object',
        required: ['clause', 'level', 'verdict', 'waived'],
        properties: {
          clause: { type: 'string' },
          level: { enum: ['MUST', 'SHOULD', 'open', 'not applicable'] },
          verdict: { enum: ['passed', 'failed', 'open', 'not tested', 'not applicable'] },
          waived: { type: 'boolean' },
          reading: { type: 'string' },
          sentence: { type: 'string' },
        },
      },
    },
  },
};

let ajv: Ajv | undefined;

/**
 * The result that a text holds.
 *
 * @throws {SyntaxError} for a text that is none; the message is what is wrong with it, without its name.
 */
export function readResult(text: string): Result {
  let result: unknown;
  try {
    result = JSON.parse(text);
  } catch {
    throw new SyntaxError('it is not JSON');
  }
  // Compiled at the first result, not when the module loads: that would slow down every command.
  ajv ??= new Ajv();
  // Older results have no missing capabilities.
  if (ajv.validate<Result>(anySchema, result)) return { ...result, missing: result.missing ?? [] };
  throw new SyntaxError(`it is not a result.json of this suite: ${ajv.errorsText(ajv.errors, { dataVar: 'result' })}`);
}
