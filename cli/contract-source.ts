import { readFileSync } from 'node:fs';
import { bindContract } from '../contracts/pact/bind-contract';
import contract from '../contracts/pact/contract.json';
import type { PactFile } from '../contracts/pact/pact-file';
import type { Profile } from '../contracts/profiles/profile';
import type { CheckScope } from '../suites/harness/dsl/check';
import type { TestContext } from '../suites/harness/dsl/test-context';
import { type Verification, verifyFile, verifyPact } from '../suites/harness/pact/verify-pact';
import { redactUrl } from '../targets/redact/redact-url';
import { UsageError } from './usage-error';

export interface SourceOptions {
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
 * @throws {UsageError} for options that do not go together, and for a file that is no contract.
 */
export function contractSource(
  options: SourceOptions,
  profile: Profile,
): (tools: TestContext) => Promise<Verification> {
  const { pact, fromBroker, providerVersion, providerBranch } = options;
  if (fromBroker !== undefined) {
    if (pact !== undefined) throw new UsageError('--pact and --from-broker name two contracts: give one of them');
    return (tools) => verifyPact({ args: brokerArguments(options, fromBroker), online: true }, always(tools));
  }
  if (providerVersion !== undefined || providerBranch !== undefined) {
    throw new UsageError(
      '--provider-version and --provider-branch are for results in a broker: give --from-broker too',
    );
  }
  const file = pact === undefined ? bindContract(contract, profile) : readPact(pact);
  return (tools) => verifyFile(file, always(tools));
}

/** One conduct for all interactions: none of them is a check of its own. */
function always(tools: TestContext): () => CheckScope {
  return () => ({ begin: async () => tools, end: async () => undefined });
}

/** The latest contract of every consumer, and whatever of theirs is deployed or released. */
const selectors = [{ latest: true }, { deployedOrReleased: true }];

function brokerArguments({ provider, providerVersion, providerBranch }: SourceOptions, url: string): string[] {
  if (!URL.canParse(url)) throw new UsageError(`--from-broker ${JSON.stringify(redactUrl(url))} is no URL`);
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
    throw new UsageError(`the contract ${path} ${reason}: check --pact`);
  }
  // A verifier is content with nothing to verify.
  if (Array.isArray(content?.interactions) && content.interactions.length > 0) return content as PactFile;
  throw new UsageError(`the contract ${path} holds no interactions: is it a pact of HTTP interactions?`);
}
