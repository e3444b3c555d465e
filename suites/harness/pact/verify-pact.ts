import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PactFile } from '../../../contracts/pact/pact-file';
import { countNoun } from '../../../contracts/text/count-noun';
import { TargetConfigurationError } from '../../../targets/errors';
import type { CheckScope } from '../dsl/check';
import { runPact } from './pact-process';
import { Relay, type Relayed } from './relay';

/** The result of one interaction of a contract. */
export interface Verified {
  readonly description: string;
  /** The differences from the expected response. */
  readonly mismatches: readonly string[];
  readonly relayed: Relayed;
}

export interface PactSource {
  /** The flags that name the contract for Pact's verifier. */
  readonly args: readonly string[];
  /** True if it leaves loopback for that. */
  readonly online: boolean;
}

export interface Verification {
  /** In the order of the contract. */
  readonly verified: readonly Verified[];
  /** The output of Pact beside its report. */
  readonly output: string;
}

/** A change of the vm_state may take minutes, and the client has timeouts of its own. */
const requestTimeoutMs = String(24 * 60 * 60 * 1_000);

/**
 * Runs Pact's verifier on a contract, through a relay to the target.
 *
 * @param turns of the interactions, in the order of the contract.
 * @throws {TargetConfigurationError} for a contract of which nothing can be verified, or not everything.
 */
export async function verifyPact(
  { args, online }: PactSource,
  turns: (place: number) => CheckScope,
): Promise<Verification> {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-metadata-verify-'));
  const relay = new Relay(turns);
  try {
    const { port, stateUrl } = await relay.open();
    const file = join(folder, 'report.json');
    const provider = ['--hostname', '127.0.0.1', '--port', String(port), '--request-timeout', requestTimeoutMs];
    const states = ['--state-change-url', stateUrl, '--state-change-teardown'];
    const output = ['--json', file, '--no-colour', '--loglevel', 'error'];
    const ended = await runPact(['verifier', ...provider, ...states, ...output, ...args], { online });
    if (!existsSync(file)) throw new Error(`Pact's verifier gave no report: ${ended.output.trim()}`);
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    // Pact may succeed with nothing verified.
    if (report.interactionResults.length === 0) {
      const reasons = report.errors.flatMap(describeError).join('; ') || 'the contract holds no interaction of HTTP';
      throw new TargetConfigurationError(`nothing was verified: ${reasons}`);
    }
    return { verified: verifiedOf(report, relay.relayed), output: ended.output };
  } finally {
    await relay.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The used part of Pact's report. */
interface Report {
  readonly interactionResults: readonly { readonly description: string; readonly result: 'OK' | 'Error' }[];
  readonly errors: readonly ReportedError[];
  readonly pendingErrors: readonly ReportedError[];
}

interface ReportedError {
  /** `Verifying a pact between … - description` */
  readonly interaction: string;
  readonly mismatch: {
    readonly message?: string;
    readonly mismatches?: readonly { readonly path?: string; readonly key?: string; readonly mismatch: string }[];
  };
}

/** The errors are in a list of their own, in the order of the results. A description may occur twice. */
function verifiedOf({ interactionResults, errors, pendingErrors }: Report, relayed: readonly Relayed[]): Verified[] {
  const left = [...errors, ...pendingErrors];
  const verified = interactionResults.flatMap(({ description, result }, place): Verified[] => {
    const one = relayed[place];
    if (one === undefined) return [];
    const at = result === 'OK' ? -1 : left.findIndex(({ interaction }) => interaction.endsWith(` - ${description}`));
    const [error] = at < 0 ? [] : left.splice(at, 1);
    const mismatches = result === 'OK' ? [] : error === undefined ? ['Pact does not say why'] : describeError(error);
    return [{ description, mismatches, relayed: one }];
  });
  if (interactionResults.length === relayed.length) return verified;
  const counts = `${countNoun(interactionResults.length, 'interaction')}, ${countNoun(relayed.length, 'request')}`;
  throw new TargetConfigurationError(
    `not every interaction of the contract makes one request (${counts}): is it a pact of HTTP?`,
  );
}

function describeError({ mismatch: { message, mismatches = [] } }: ReportedError): string[] {
  const words = mismatches.map(({ path, key, mismatch }) => [path ?? key, mismatch].filter(Boolean).join(': '));
  return message === undefined ? words : [message, ...words];
}

/** Verifies a contract in memory. */
export async function verifyFile(contract: PactFile, turns: (place: number) => CheckScope): Promise<Verification> {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-metadata-pact-'));
  const file = join(folder, 'pact.json');
  writeFileSync(file, JSON.stringify(contract));
  try {
    return await verifyPact({ args: ['--file', file], online: false }, turns);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
