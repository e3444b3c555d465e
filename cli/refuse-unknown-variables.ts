import { editDistance, nearest } from './nearest';
import { settings } from './settings';
import { UsageError } from './usage-error';

/** What the variables of this suite begin with; the others are named as OpenStack's own clients name them. */
export const ownPrefix = 'ECS_METADATA_';

const own: readonly string[] = settings.map(({ env }) => env).filter((env) => env.startsWith(ownPrefix));

/**
 * Refuses a variable that looks like one of this suite and is none: a mistyped `ECS_METADATA_TARGET` would otherwise
 * examine another target than the user means, and a mistyped `ECS_METADATA_STRICT` would let a failed SHOULD pass.
 *
 * @throws {UsageError}
 */
export function refuseUnknownVariables(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) {
    // Windows knows no case in the names of variables.
    if (own.includes(process.platform === 'win32' ? name.toUpperCase() : name)) continue;
    const meant = meantBy(name);
    if (meant !== undefined) throw new UsageError(`${name} is no setting: did you mean ${meant}?`);
    if (name.toUpperCase().startsWith(ownPrefix)) {
      throw new UsageError(`${name} is no setting: unset it (run --help lists the variables that there are)`);
    }
  }
}

/** The variable that a name is mistyped for; of another prefix only a name that is wrong in one or two characters. */
function meantBy(name: string): string | undefined {
  const upper = name.toUpperCase();
  if (upper.startsWith(ownPrefix)) {
    const rest = nearest(
      upper.slice(ownPrefix.length),
      own.map((each) => each.slice(ownPrefix.length)),
    );
    return rest === undefined ? undefined : `${ownPrefix}${rest}`;
  }
  return own.find((each) => Math.abs(each.length - name.length) <= 2 && editDistance(upper, each) <= 2);
}
