import { createHash } from 'node:crypto';
import type { Edition } from '../../contracts/editions';
import { type EvidenceFileName, fileNames } from '../result/file-names';
import type { ClauseResult, Result } from '../result/result';
import { InvalidBundleError, rejectDuplicateNames } from './invalid-bundle';

const predicateTypeUri = 'https://in-toto.io/attestation/test-result/v0.1';
const editionPrefix = 'edition ';
const evidenceNames: readonly EvidenceFileName[] = [fileNames.evidence, fileNames.plainEvidence];

/** An in-toto Statement v1 whose predicate is a test result v0.1. */
export interface Statement {
  readonly _type: 'https://in-toto.io/Statement/v1';
  readonly subject: readonly { readonly name: string; readonly digest: Digest }[];
  readonly predicateType: typeof predicateTypeUri;
  readonly predicate: {
    /** `WARNED`: conformant, and a SHOULD failed or was not tested. */
    readonly result: 'PASSED' | 'WARNED' | 'FAILED';
    readonly configuration: readonly {
      readonly name: string;
      readonly uri?: string;
      readonly digest?: Digest;
      readonly annotations?: Readonly<Record<string, string>>;
    }[];
    /** Ids of clauses. A clause that is not applicable under the profile is in none of the three lists. */
    readonly passedTests: readonly string[];
    readonly warnedTests: readonly string[];
    readonly failedTests: readonly string[];
  };
}

/** The statement that is signed. It follows from the result, so a verifier can build it again and compare. */
export function buildStatement(
  result: Result,
  edition: Edition,
  digests: { result: Digest; evidence: Digest },
  evidence: EvidenceFileName,
): Statement {
  const { run, clauses } = result;
  const named = (isOf: (clause: ClauseResult) => boolean) => clauses.filter(isOf).map(({ clause }) => clause);
  const failedTests = named(isFailed);
  const warnedTests = named((clause) => isWarned(clause) && !isFailed(clause));
  const isConformant = result.verdict === 'conformant';
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      { name: fileNames.result, digest: digests.result },
      { name: evidence, digest: digests.evidence },
    ],
    predicateType: predicateTypeUri,
    predicate: {
      result: !isConformant ? 'FAILED' : warnedTests.length > 0 ? 'WARNED' : 'PASSED',
      configuration: [
        { name: 'target', uri: run.target },
        { name: `${editionPrefix}${edition.edition}`, digest: digestOfEdition(edition) },
        {
          name: 'run',
          annotations: { profile: run.profile, effort: run.effort, seed: `${run.seed}`, suite: run.suite },
        },
      ],
      passedTests: named(({ verdict }) => verdict === 'passed' || verdict === 'open'),
      warnedTests,
      failedTests,
    },
  };
}

export interface ReadStatement {
  readonly statement: Statement;
  /** The name of the edition. */
  readonly edition: string;
  /** The file with the evidence that was signed. */
  readonly evidence: EvidenceFileName;
}

/**
 * Reads a statement.
 *
 * @throws {InvalidBundleError} for any other text.
 */
export function readStatement(text: string): ReadStatement {
  try {
    const statement = JSON.parse(text) as Statement;
    const { subject, predicateType, predicate } = statement;
    const edition = predicate.configuration.find(({ name }) => name.startsWith(editionPrefix));
    const isWhole =
      predicateType === predicateTypeUri && subject.every(({ digest }) => typeof digest.sha256 === 'string');
    const evidence = evidenceNames.find((name) => subject.some((each) => each.name === name));
    if (isWhole && edition !== undefined && evidence !== undefined) {
      rejectDuplicateNames(text, 'the statement in the attestation');
      return { statement, edition: edition.name.slice(editionPrefix.length), evidence };
    }
  } catch (error) {
    if (error instanceof InvalidBundleError) throw error;
  }
  throw new InvalidBundleError('the attestation does not contain the statement of a certificate');
}

function isFailed({ verdict, level }: ClauseResult): boolean {
  return verdict === 'failed' && level !== 'SHOULD';
}

function isWarned({ verdict }: ClauseResult): boolean {
  return verdict === 'failed' || verdict === 'not tested';
}

/** SHA-256 in lower-case hexadecimal digits, as in-toto names it. */
export interface Digest {
  readonly sha256: string;
}

export function digestOf(data: string | Buffer): Digest {
  return { sha256: createHash('sha256').update(data).digest('hex') };
}

/** The digest of data that is too large for the memory. */
export async function digestOfStream(pieces: AsyncIterable<Buffer>): Promise<Digest> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return { sha256: hash.digest('hex') };
}

/** The digest of the file of the edition. */
function digestOfEdition(edition: Edition): Digest {
  return digestOf(`${JSON.stringify(edition, null, 2)}\n`);
}
