import type { ErrorObject } from 'ajv/dist/2020';
import { formatRange } from './setting';

const types: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text (put a number in quotes)',
  boolean: 'true or false',
  number: 'a number',
  integer: 'a whole number',
};

/** Longer lists of allowed values are not printed: the documentation has them. */
const longest = 12;

/** Describes the first error of a JSON Schema, for a file of the user. */
export function describeSchemaError(errors: readonly ErrorObject[] | null | undefined): string {
  const [error] = errors ?? [];
  const { instancePath = '', keyword = '', message = '', propertyName } = error ?? {};
  const params: Readonly<Record<string, unknown>> = error?.params ?? {};
  const where = instancePath.slice(1).replaceAll('/', '.');
  const subject = where || 'the file';
  const unknown = propertyName ?? params.additionalProperty;
  if (unknown !== undefined) return `${where === '' ? 'it' : where} has an unknown member "${unknown}"`;
  if (params.limit === 1 && (keyword === 'minLength' || keyword === 'minItems')) return `${subject} is empty`;
  if (keyword === 'type') return `${subject} must be ${types[String(params.type)] ?? params.type}`;
  const { minimum, maximum } = (error?.parentSchema ?? {}) as { minimum?: number; maximum?: number };
  if ((keyword === 'minimum' || keyword === 'maximum') && minimum !== undefined && maximum !== undefined) {
    return `${subject} must be ${formatRange({ minimum, maximum })}`;
  }
  const allowed = params.allowedValues;
  if (Array.isArray(allowed) && allowed.length <= longest) return `${subject} must be one of ${allowed.join(', ')}`;
  return `${subject} ${message}`;
}
