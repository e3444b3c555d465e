import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { profiles } from '../../contracts/profiles';
import type { Profile } from '../../contracts/profiles/profile';
import { profileSchema, type UserProfile } from '../../contracts/profiles/profile-schema';
import { ConfigurationError } from '../../targets/errors';
import { describeSchemaError } from './schema-error';

/**
 * The profile with this name, or the one in this JSON file.
 *
 * @throws {ConfigurationError} for an unknown name, and for a file that cannot be read or is not a profile.
 */
export function loadProfile(name: string): Profile {
  if (name === 'ecs' || name === 'nova') return profiles[name];
  const written = read(name);
  // Compiled here: at import it would slow down every command.
  const validate = new Ajv().compile<UserProfile>(profileSchema);
  if (!validate(written))
    throw new ConfigurationError(`the profile ${name} is wrong: ${describeSchemaError(validate.errors)}`);
  if (Object.hasOwn(profiles, written.name)) {
    // Reports show this name: it must not stand for two profiles.
    throw new ConfigurationError(
      `the profile ${name} is wrong: ${written.name} is the name of a profile of the suite: choose another name`,
    );
  }
  const base = profiles[written.extends];
  const { extends: _base, ...own } = written;
  const merged = Object.entries(own).map(([part, value]) => {
    const before = base[part as keyof Profile];
    return [part, typeof before === 'object' ? { ...before, ...(value as object) } : value];
  });
  return { ...base, ...Object.fromEntries(merged) };
}

function read(name: string): unknown {
  try {
    return JSON.parse(readFileSync(name, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // The message of JSON.parse quotes the file with its line breaks.
    if (code === undefined)
      throw new ConfigurationError(`the profile ${name} is not JSON: ${message.replace(/\s+/g, ' ')}`);
    throw new ConfigurationError(
      `there is no profile ${name} (${code}): give ecs, nova, or a JSON file that can be read`,
    );
  }
}
