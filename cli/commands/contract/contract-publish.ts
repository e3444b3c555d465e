import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import contract from '../../../contracts/pact/contract.json';
import { runPact } from '../../../suites/harness/pact/pact-process';
import { ConfigurationError } from '../../../targets/errors';
import { redactUrl } from '../../../targets/redact/redact-url';
import type { Console } from '../../machine/console';

export interface PublishOptions {
  readonly broker: string;
  readonly consumerVersion: string;
  readonly branch?: string | undefined;
}

/**
 * Publishes the contract of this suite to a broker with Pact's own client. The credentials are Pact's own variables:
 * `PACT_BROKER_TOKEN`, or `PACT_BROKER_USERNAME` and `PACT_BROKER_PASSWORD`. Gives the exit code.
 *
 * @throws {ConfigurationError} when the broker rejects it.
 */
export async function contractPublish(
  { broker, consumerVersion, branch }: PublishOptions,
  console: Console,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-metadata-publish-'));
  const file = join(folder, 'contract.json');
  writeFileSync(file, JSON.stringify(contract));
  try {
    const where = ['--broker-base-url', broker, '--consumer-app-version', consumerVersion];
    const onBranch = branch === undefined ? [] : ['--branch', branch];
    const { code, output } = await runPact(['broker', 'publish', file, ...where, ...onBranch], { online: true });
    if (code !== 0) {
      throw new ConfigurationError(
        `the contract was not published to ${redactUrl(broker)}: ${output.trim().replace(/\s+/g, ' ')}`,
      );
    }
    console.out(...output.trimEnd().split('\n'));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
