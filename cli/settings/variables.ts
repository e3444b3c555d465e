import { ConfigurationError } from '../../targets/errors';
import { editDistance, nearest } from './nearest';
import { settingDefinitions } from './settings';

/** The prefix of the variables of this suite. The other variables have the names of OpenStack's own clients. */
const ownPrefix = 'ECS_METADATA_';

export function hasOwnPrefix(variable: string): boolean {
  return variable.startsWith(ownPrefix);
}

/** Names the config file, as `--config` does. */
export const configVariable = 'ECS_METADATA_CONFIG';

const ownVariables: readonly string[] = [
  configVariable,
  ...settingDefinitions.map(({ env }) => env).filter(hasOwnPrefix),
];

/**
 * Refuses an unknown variable with the prefix of this suite, or nearly so. A mistyped `ECS_METADATA_TARGET` would lead
 * to another target, and a mistyped `ECS_METADATA_STRICT` would let a failed SHOULD pass.
 *
 * @throws {ConfigurationError}
 */
export function rejectUnknownVariables(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) {
    // Windows ignores the case of variables.
    if (ownVariables.includes(process.platform === 'win32' ? name.toUpperCase() : name)) continue;
    const likely = likelyVariable(name);
    if (likely !== undefined) throw new ConfigurationError(`${name} is not a setting: did you mean ${likely}?`);
    if (hasOwnPrefix(name.toUpperCase())) {
      throw new ConfigurationError(`${name} is not a setting: unset it (run --help lists the variables)`);
    }
  }
}

/** The variable that the user meant. A name with another prefix must differ in one or two characters only. */
function likelyVariable(name: string): string | undefined {
  const upper = name.toUpperCase();
  if (hasOwnPrefix(upper)) {
    const rest = nearest(
      upper.slice(ownPrefix.length),
      ownVariables.map((each) => each.slice(ownPrefix.length)),
    );
    return rest === undefined ? undefined : `${ownPrefix}${rest}`;
  }
  return ownVariables.find((each) => Math.abs(each.length - name.length) <= 2 && editDistance(upper, each) <= 2);
}
