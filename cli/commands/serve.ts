import { ConfigurationError } from '../../targets/errors';
import { startMock } from '../../targets/mock/start-mock';
import type { Console } from '../machine/console';
import { describeMock, mockAsJson } from '../mock/describe-mock';
import { faultsOfFlags } from '../mock/given-faults';
import { parseFaults } from '../mock/parse-faults';

export interface ServeOptions {
  readonly port: number;
  /** The active servers of the project. */
  readonly servers: number;
  /** The texts of `--fault`. */
  readonly fault: readonly string[];
  readonly json: boolean;
}

/**
 * Serves the mock until SIGINT or SIGTERM. Gives the exit code.
 *
 * @throws {ConfigurationError} for a wrong fault, and for a port that cannot be opened.
 */
export async function serve({ port, servers, fault, json }: ServeOptions, console: Console): Promise<number> {
  const given = faultsOfFlags(fault);
  const faults = parseFaults(given);
  const mock = await startMock({ port, servers, faults }).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be opened (${error.code})`;
    throw new ConfigurationError(`port ${port} ${reason}: give another one with --port`);
  });
  const texts = given.map(({ name, value }) => `${name}=${value}`);
  console.out(...(json ? [mockAsJson(mock)] : describeMock(mock, texts)));
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  await mock.close();
  return 0;
}
