import { ConfigurationError } from '../../targets/errors';
import { flagName } from '../settings/settings';
import type { GivenFault } from './parse-faults';

/**
 * Reads the texts of `--fault`: `latency=2s,status=503:0.1`.
 *
 * @throws {ConfigurationError} for a text without `=`.
 */
export function faultsOfFlags(texts: readonly string[]): GivenFault[] {
  return texts
    .flatMap((text) => text.split(','))
    .map((text) => {
      const [name = '', ...value] = text.trim().split('=');
      if (value.length === 0) throw new ConfigurationError(`--fault ${text}: give name=value, such as latency=2s`);
      return { name, value: value.join('='), where: `--fault ${text.trim()}` };
    });
}

/** The value of a fault: as after the `=` of the flag. */
type FaultValue = string | number | readonly (string | number)[];

/** The faults of `--fault` as an object. A list gives a fault several times. */
export interface FaultOptions {
  readonly latency?: FaultValue | undefined;
  readonly status?: FaultValue | undefined;
  readonly drop?: FaultValue | undefined;
  readonly truncate?: FaultValue | undefined;
  readonly slowBody?: FaultValue | undefined;
  readonly mutant?: string | undefined;
  readonly tokenLifetime?: string | number | undefined;
  readonly seed?: number | undefined;
}

/** The faults of an object, in the order of its members. */
export function faultsOfOptions(options: FaultOptions): GivenFault[] {
  return Object.entries(options)
    .filter(([, values]) => values !== undefined)
    .flatMap(([name, values]) =>
      [values].flat().map((value) => {
        return {
          name: flagName(name).slice(2),
          value: String(value),
          where: `faults ${name}: ${JSON.stringify(value)}`,
        };
      }),
    );
}
