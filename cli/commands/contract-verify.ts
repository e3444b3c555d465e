import { readFileSync } from 'node:fs';
import { bindContract } from '../../contracts/pact/bind-contract';
import contract from '../../contracts/pact/contract.json';
import type { PactFile } from '../../contracts/pact/pact-file';
import type { Profile } from '../../contracts/profiles/profile';
import { countNoun } from '../../contracts/text/count-noun';
import { type Line, line, painted } from '../../reports/formats/shared/line';
import type { CheckScope } from '../../suites/harness/dsl/check';
import type { TestContext } from '../../suites/harness/dsl/test-context';
import { type Verification, type Verified, verifyFile, verifyPact } from '../../suites/harness/pact/verify-pact';
import { isSkip } from '../../suites/harness/run/check-outcome';
import { ConfigurationError, TargetUnavailableError } from '../../targets/errors';
import { redactUrl } from '../../targets/redact/redact-url';
import type { Console } from '../machine/console';
import type { Machine } from '../machine/machine';
import { conductSession } from '../session/conduct-session';
import { loadProfile } from '../settings/load-profile';
import { searchOptions } from '../settings/search-options';
import type { Settings } from '../settings/settings';
import { withTarget } from '../target/with-target';

/**
 * Verifies a contract against the target of the settings, or against the embedded endpoint. Gives the exit code, as a run
 * does: 1 if an interaction failed, 3 if one could not be verified.
 */
export async function contractVerify(
  settings: Settings,
  options: ContractSourceOptions,
  machine: Machine,
): Promise<number> {
  const profile = loadProfile(settings.profile ?? 'ecs');
  const verify = contractVerifier(options, profile);
  // A contract has no properties: effort and seed have no effect.
  const plan = searchOptions({}, []);
  return withTarget(settings, machine, async (target, { quota }, journal) => {
    let verification: Verification = { verified: [], output: '' };
    await conductSession(
      { target, profile, plan, quota, journal, machine },
      {
        emit: () => undefined,
        runInstead: async (context) => {
          verification = await verify(context);
        },
      },
    );
    return printVerification(verification, target.url, machine.console);
  });
}

/** Prints the result of each interaction, and gives the exit code. */
function printVerification({ verified, output }: Verification, url: string, console: Console): number {
  const counts = { passed: 0, failed: 0, 'not verified': 0 };
  for (const one of verified) {
    const outcome = outcomeOf(one);
    counts[outcome] += 1;
    console.out(...linesOf(one, outcome));
  }
  // Pact gives no error when the broker rejects the results.
  const [unpublished] = /Publishing of verification results failed.*/.exec(output) ?? [];
  if (unpublished !== undefined) console.err(`NOT PUBLISHED: ${unpublished}`);
  const sum = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
  console.out('', `${url}: ${countNoun(verified.length, 'interaction')}: ${sum.join(', ')}`);
  if (counts.failed > 0) return 1;
  return counts['not verified'] > 0 || unpublished !== undefined ? 3 : 0;
}

type Outcome = 'passed' | 'failed' | 'not verified';

/** @throws an error of the suite; an unmet need and an unavailable target are `not verified`. */
function outcomeOf({ relayed, mismatches }: Verified): Outcome {
  if (!('hindrance' in relayed)) return mismatches.length > 0 ? 'failed' : 'passed';
  const { hindrance } = relayed;
  if (isSkip(hindrance) || hindrance instanceof TargetUnavailableError) return 'not verified';
  throw hindrance;
}

const styles = { passed: 'green', failed: 'red', 'not verified': 'yellow' } as const;

function linesOf({ description, mismatches, relayed }: Verified, outcome: Outcome): Line[] {
  const reasons = 'hindrance' in relayed ? [relayed.hindrance.message] : mismatches;
  const mark = painted(outcome.padEnd(12), styles[outcome]);
  return [line`${mark} ${description}`, ...reasons.map((reason) => `             ${reason}`)];
}

export interface ContractSourceOptions {
  /** A pact file; without it and without a broker, the contract of this suite is verified. */
  readonly pact?: string | undefined;
  readonly fromBroker?: string | undefined;
  /** The name of the provider in the broker. */
  readonly provider: string;
  /** The version of the provider; the results are published for it. */
  readonly providerVersion?: string | undefined;
  readonly providerBranch?: string | undefined;
}

/**
 * The verification of the contract that the options name.
 *
 * @throws {ConfigurationError} for options that contradict each other, and for a file that is not a contract.
 */
function contractVerifier(
  options: ContractSourceOptions,
  profile: Profile,
): (context: TestContext) => Promise<Verification> {
  const { pact, fromBroker, providerVersion, providerBranch } = options;
  if (fromBroker !== undefined) {
    if (pact !== undefined)
      throw new ConfigurationError('--pact and --from-broker cannot be used together: give one of them');
    return (context) => verifyPact({ args: brokerArguments(options, fromBroker), online: true }, sameContext(context));
  }
  if (providerVersion !== undefined || providerBranch !== undefined) {
    throw new ConfigurationError(
      '--provider-version and --provider-branch have no effect without --from-broker: add that, or leave them out',
    );
  }
  const file = pact === undefined ? bindContract(contract, profile) : readPact(pact);
  return (context) => verifyFile(file, sameContext(context));
}

/** All interactions share one context: they are not checks. */
function sameContext(context: TestContext): () => CheckScope {
  return () => ({ begin: async () => context, end: async () => undefined });
}

/** The latest contract of every consumer, and every deployed or released one. */
const selectors = [{ latest: true }, { deployedOrReleased: true }];

function brokerArguments({ provider, providerVersion, providerBranch }: ContractSourceOptions, url: string): string[] {
  if (!URL.canParse(url))
    throw new ConfigurationError(
      `--from-broker ${JSON.stringify(redactUrl(url))} is not a URL: give one such as https://broker.example.com`,
    );
  return [
    '--broker-url',
    url,
    '--provider-name',
    provider,
    ...selectors.flatMap((selector) => ['--consumer-version-selectors', JSON.stringify(selector)]),
    ...(providerVersion === undefined ? [] : ['--publish', '--provider-version', providerVersion]),
    ...(providerBranch === undefined ? [] : ['--provider-branch', providerBranch]),
  ];
}

function readPact(path: string): PactFile {
  let content: Partial<PactFile> | null;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason =
      error instanceof SyntaxError ? 'is not JSON' : `cannot be read (${(error as NodeJS.ErrnoException).code})`;
    throw new ConfigurationError(`the contract ${path} ${reason}: check --pact`);
  }
  // Pact reports success for a contract without interactions.
  if (Array.isArray(content?.interactions) && content.interactions.length > 0) return content as PactFile;
  throw new ConfigurationError(`the contract ${path} has no interactions: give a pact with HTTP interactions`);
}
