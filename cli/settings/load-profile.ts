import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import type { ClauseId } from '../../contracts/clauses';
import { profiles } from '../../contracts/profiles';
import { bindingOf, type Profile } from '../../contracts/profiles/profile';
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
  const profile: Profile = { ...base, ...Object.fromEntries(merged) };
  rejectUnboundReadings(name, written, profile);
  return profile;
}

/**
 * A settled reading has no effect on a clause that does not bind.
 *
 * @throws {ConfigurationError}
 */
function rejectUnboundReadings(path: string, { settled = {} }: UserProfile, profile: Profile): void {
  const ids = Object.keys(settled as object).filter(
    (id) => !/^(MUST|SHOULD)$/.test(bindingOf(id as ClauseId, profile).level),
  );
  if (ids.length === 0) return;
  const members = ids.map((id) => `"${id}": "MUST"`).join(', ');
  throw new ConfigurationError(
    `the profile ${path} is wrong: it settles ${ids.join(', ')}, but gives no level for it, so the reading has no effect: add ${members} (or SHOULD) to "levels"`,
  );
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
