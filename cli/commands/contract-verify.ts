import { readFileSync } from 'node:fs';
import { bindContract } from '../../contracts/pact/bind-contract';
import contract from '../../contracts/pact/contract.json';
import type { PactFile } from '../../contracts/pact/pact-file';
import type { Profile } from '../../contracts/profiles/profile';
import { type Line, line, painted } from '../../reports/formats/shared/line';
import type { CheckScope } from '../../suites/harness/dsl/check';
import type { TestContext } from '../../suites/harness/dsl/test-context';
import { type Verification, type Verified, verifyFile, verifyPact } from '../../suites/harness/pact/verify-pact';
import { isSkip } from '../../suites/harness/run/check-outcome';
import { runSession } from '../../suites/harness/run-session';
import { TargetUnavailableError } from '../../targets/errors';
import { redactUrl } from '../../targets/redact/redact-url';
import { ConfigurationError } from '../machine/configuration-error';
import type { Console } from '../machine/console';
import type { Machine } from '../machine/machine';
import { loadProfile } from '../settings/load-profile';
import { searchOptions } from '../settings/search-options';
import type { Settings } from '../settings/settings';
import { withTarget } from '../target/with-target';

/**
 * Verifies a contract against the target that the user named, or else against the embedded endpoint. Gives the exit
 * code as a run does: 1 where an interaction failed, 3 where one could not be verified.
 */
export async function contractVerify(
  settings: Settings,
  options: ContractSourceOptions,
  machine: Machine,
): Promise<number> {
  const profile = loadProfile(settings.profile ?? 'ecs');
  const verify = contractVerifier(options, profile);
  // No law is searched here.
  const plan = searchOptions({}, []);
  return withTarget(settings, machine, async (target, { quota }, journal) => {
    let verification: Verification = { verified: [], output: '' };
    const conduct = async (tools: TestContext) => {
      verification = await verify(tools);
    };
    const signal = machine.abortSignal();
    const emit = () => undefined;
    const notPutBack = await runSession({ target, profile, plan, quota, emit, signal, journal, runInstead: conduct });
    for (const complaint of notPutBack) machine.console.err(`NOT PUT BACK: ${complaint}`);
    journal?.complaintsPrinted();
    return printVerification(verification, target.url, machine.console);
  });
}

/** Tells what came out, and gives the exit code of it. */
function printVerification({ verified, output }: Verification, url: string, console: Console): number {
  const counts = { passed: 0, failed: 0, 'not verified': 0 };
  for (const one of verified) {
    const outcome = outcomeOf(one);
    counts[outcome] += 1;
    console.out(...linesOf(one, outcome));
  }
  // Pact ends well although the broker did not take the results.
  const [unpublished] = /Publishing of verification results failed.*/.exec(output) ?? [];
  if (unpublished !== undefined) console.err(`NOT PUBLISHED: ${unpublished}`);
  const sum = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
  console.out('', `${url}: ${verified.length} interactions: ${sum.join(', ')}`);
  if (counts.failed > 0) return 1;
  return counts['not verified'] > 0 || unpublished !== undefined ? 3 : 0;
}

type Outcome = 'passed' | 'failed' | 'not verified';

/** @throws what hindered it, unless the target gave no occasion or was in trouble. */
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
  /** A pact file; left out together with the broker, the contract of this suite. */
  readonly pact?: string | undefined;
  readonly fromBroker?: string | undefined;
  /** Under which name the broker knows the provider. */
  readonly provider: string;
  /** Which version of it is verified; the results are published under it. */
  readonly providerVersion?: string | undefined;
  readonly providerBranch?: string | undefined;
}

/**
 * How the contract that the user named is verified.
 *
 * @throws {ConfigurationError} for options that do not go together, and for a file that is no contract.
 */
function contractVerifier(
  options: ContractSourceOptions,
  profile: Profile,
): (tools: TestContext) => Promise<Verification> {
  const { pact, fromBroker, providerVersion, providerBranch } = options;
  if (fromBroker !== undefined) {
    if (pact !== undefined)
      throw new ConfigurationError('--pact and --from-broker name two contracts: give one of them');
    return (tools) => verifyPact({ args: brokerArguments(options, fromBroker), online: true }, sameTools(tools));
  }
  if (providerVersion !== undefined || providerBranch !== undefined) {
    throw new ConfigurationError(
      '--provider-version and --provider-branch are for results in a broker: give --from-broker too',
    );
  }
  const file = pact === undefined ? bindContract(contract, profile) : readPact(pact);
  return (tools) => verifyFile(file, sameTools(tools));
}

/** One conduct for all interactions: none of them is a check of its own. */
function sameTools(tools: TestContext): () => CheckScope {
  return () => ({ begin: async () => tools, end: async () => undefined });
}

/** The latest contract of every consumer, and whatever of theirs is deployed or released. */
const selectors = [{ latest: true }, { deployedOrReleased: true }];

function brokerArguments({ provider, providerVersion, providerBranch }: ContractSourceOptions, url: string): string[] {
  if (!URL.canParse(url)) throw new ConfigurationError(`--from-broker ${JSON.stringify(redactUrl(url))} is no URL`);
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
  // A verifier is content with nothing to verify.
  if (Array.isArray(content?.interactions) && content.interactions.length > 0) return content as PactFile;
  throw new ConfigurationError(`the contract ${path} holds no interactions: is it a pact of HTTP interactions?`);
}
