import Ajv, { type ValidateFunction } from 'ajv/dist/2020';

// `ownProperties`: a map may have the key `__proto__`, and the prototype must not be used for a lookup.
const ajv = new Ajv({ ownProperties: true, strict: false });

/** A check by a JSON Schema. The schema is compiled at the first call: a command that validates nothing starts sooner. */
export function validator<Valid>(schema: object): (value: unknown) => value is Valid {
  let validate: ValidateFunction<Valid> | undefined;
  return (value): value is Valid => {
    validate ??= ajv.compile<Valid>(schema);
    return validate(value);
  };
}
