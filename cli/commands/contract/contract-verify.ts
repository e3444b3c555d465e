import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bindContract } from '../../../contracts/pact/bind-contract';
import contract from '../../../contracts/pact/contract.json';
import type { PactFile } from '../../../contracts/pact/pact-file';
import type { Profile } from '../../../contracts/profiles/profile';
import { isReporterName } from '../../../reports/formats';
import type { CheckScope } from '../../../suites/harness/dsl/check';
import type { TestContext } from '../../../suites/harness/dsl/test-context';
import { type Verification, verifyFile, verifyPact } from '../../../suites/harness/pact/verify-pact';
import { ConfigurationError } from '../../../targets/errors';
import { redactUrl } from '../../../targets/redact/redact-url';
import type { Console } from '../../machine/console';
import { writeFile } from '../../machine/files';
import type { Machine } from '../../machine/machine';
import { outputError } from '../../output/reports-folder';
import { conductSession } from '../../session/conduct-session';
import { loadProfile } from '../../settings/load-profile';
import { searchOptions } from '../../settings/search-options';
import { defaultFolder, type Settings } from '../../settings/settings';
import { parseWaivers } from '../../settings/waivers';
import { withTarget } from '../../target/with-target';
import { contractAsJson, contractAsJunit, contractResult, renderContractResult } from './contract-result';

/**
 * Verifies a contract against the target of the settings, or against the embedded endpoint. Gives the exit code, as a run
 * does: 1 if an interaction failed, 3 if one could not be verified and is not waived.
 */
export async function contractVerify(
  settings: Settings,
  options: ContractSourceOptions,
  machine: Machine,
): Promise<number> {
  const profile = loadProfile(settings.profile ?? 'ecs');
  const waived = parseWaivers(settings.waive ?? []);
  const reporters = parseReporters(settings.reporter, machine.console);
  const began = machine.network.clock.date().toISOString();
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
    const result = contractResult(verification, target.url, waived);
    for (const [name, render] of Object.entries(fileReports)) {
      if (reporters.has(name))
        write(join(settings.out ?? defaultFolder, render.file), render.text(result, began), machine);
    }
    if (reporters.has('console')) machine.console.out(...renderContractResult(result));
    if (result.notPublished !== undefined) machine.console.err(`NOT PUBLISHED: ${result.notPublished}`);
    return result.exitCode;
  });
}

/** The reporters of this command that write a file. */
const fileReports = {
  json: { file: 'contract-result.json', text: contractAsJson },
  junit: { file: 'contract-junit.xml', text: contractAsJunit },
};

/**
 * One setting serves all commands: a reporter of `run` that has no meaning here is named, and left out.
 *
 * @throws {ConfigurationError} for a word that is no reporter.
 */
function parseReporters(words: readonly string[] = ['console'], console: Console): ReadonlySet<string> {
  const own = ['console', ...Object.keys(fileReports)];
  for (const word of words) {
    const known = own.join(', ');
    if (!isReporterName(word)) throw new ConfigurationError(`--reporter ${word} is unknown: give some of ${known}`);
    if (!own.includes(word)) console.err(`--reporter ${word} has no effect here: contract verify has ${known}`);
  }
  return new Set(words);
}

function write(path: string, text: string, { files }: Machine): void {
  try {
    files.makeFolder(dirname(path));
    writeFile(files, path, text);
  } catch (error) {
    throw outputError(dirname(path), error);
  }
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
