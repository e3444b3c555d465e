import type { KeyObject } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Edition, editionProfile, isCertifiedProfile } from '../../contracts/editions';
import type { CheckEnded } from '../../contracts/evidence/events';
import { countNoun } from '../../contracts/text/count-noun';
import type { Collector } from '../collector/collector';
import { type EvidenceFileName, fileNames } from '../result/file-names';
import { readResult } from '../result/read-result';
import type { ClauseResult, Result, Summary } from '../result/result';
import { Reevaluation } from '../verdict/re-evaluate';
import { openEnvelope } from './dsse-envelope';
import { EvidenceReader } from './evidence-reader';
import { InvalidBundleError, rejectDuplicateNames } from './invalid-bundle';
import { buildStatement, digestOf, digestOfStream, readStatement, type Statement } from './statement';

/** The three files of a bundle. */
export interface Bundle {
  readonly attestation: string;
  readonly result: string;
  /** Reads the evidence file of this name. Each call starts at its first byte. */
  readonly evidence: (name: EvidenceFileName) => AsyncIterable<Buffer>;
}

/**
 * Verifies a bundle offline: the signature, the digests, the completeness of the checks that the edition requires, and
 * that the evidence, judged again, gives the signed result. Returns this result. A valid bundle may still show that the
 * target does not conform.
 *
 * @param edition the required edition.
 * @param suite the version of the suite that verifies. A result of the same version must be equal in every detail. A
 * result of another version may describe its findings differently, but must have the same verdicts.
 * @throws {InvalidBundleError} for the first error.
 */
export async function verifyBundle(
  bundle: Bundle,
  publicKey: KeyObject,
  edition: Edition,
  suite: string,
): Promise<Result> {
  const { statement, edition: named, evidence: file } = readStatement(openEnvelope(bundle.attestation, publicKey));
  demand(named === edition.edition, `it was made for edition ${named}, and edition ${edition.edition} is required`);
  requireDigest(statement, fileNames.result, digestOf(bundle.result).sha256);
  const result = parseResult(bundle.result);
  const { profile } = result.run;
  if (!isCertifiedProfile(profile))
    throw new InvalidBundleError(`certificates are not made for the profile ${profile}`);
  const isOwn = result.run.suite === suite;
  // Only the file that the owner of the key has signed is decompressed and parsed.
  requireDigest(statement, file, (await digestOfStream(bundle.evidence(file))).sha256);
  const lines = new EvidenceReader(bundle.evidence(file), file === fileNames.evidence);
  const again = new Reevaluation(editionProfile(edition, profile), isOwn);
  for await (const evidence of lines.read()) again.add(evidence);
  const digests = { result: digestOf(bundle.result), evidence: lines.digest() };
  requireDigest(statement, file, digests.evidence.sha256);
  requireSameRun(result, again, edition);
  const summary = again.end(result.run.strict);
  const [objection] = [...again.errors, ...unmetRequirements(edition, again, summary)];
  demand(objection === undefined, `${objection}`);
  demand(
    isSameResult(result, summary, edition, isOwn),
    'the evidence, judged again, gives another result than the one signed',
  );
  demand(summary.exitCode < 2, 'the run is incomplete, or shows a defect of the suite');
  const isSaid = isDeepStrictEqual(statement, buildStatement(result, edition, digests, file));
  demand(isSaid, 'the statement does not say what the result says');
  return result;
}

/** Requires that the result and the evidence are of one run, with the effort of the edition and without waivers. */
function requireSameRun({ run, clauses }: Result, { began, collector }: Reevaluation, edition: Edition): void {
  const { target, profile, effort, seed, quota } = run;
  const recorded = began && {
    target: began.target,
    profile: began.profile,
    effort: began.effort,
    seed: began.seed,
    // The quota that the preflight found.
    quota: collector.quota,
  };
  const isSameRun = isDeepStrictEqual(recorded, { target, profile, effort, seed, quota });
  demand(isSameRun, 'the result and the evidence are of different runs');
  demand(effort === edition.effort, `edition ${edition.edition} requires ${edition.effort} effort, not ${effort}`);
  const isWaived = run.waived.length > 0 || clauses.some(({ waived }) => waived);
  demand(!isWaived, 'something was waived, and a certificate waives nothing');
}

function parseResult(text: string): Result {
  let result: Result;
  try {
    result = readResult(text);
  } catch (error) {
    throw new InvalidBundleError(`result.json cannot be used: ${(error as Error).message}`);
  }
  rejectDuplicateNames(text, fileNames.result);
  return result;
}

function requireDigest({ subject }: Statement, name: string, sha256: string): void {
  const signed = subject.find((each) => each.name === name)?.digest.sha256;
  demand(signed === sha256, `${name} is not the file that was signed: its digest differs`);
}

function demand(isMet: boolean, otherwise: string): void {
  if (!isMet) throw new InvalidBundleError(otherwise);
}

/** One sentence for each required clause that the run has not tested as much as the edition requires. */
function unmetRequirements(edition: Edition, { collector, attempts }: Reevaluation, summary: Summary): string[] {
  return edition.clauses.flatMap((required) => {
    const { clause } = required;
    const result = summary.clauses.find((each) => each.clause === clause);
    if (result === undefined) return [`${clause} is required, and this suite does not know it`];
    if (result.level === 'not applicable') return [];
    const own = collector.checks.filter(({ ended }) => ended.clause === clause && isAccountedFor(ended, collector));
    const checks = new Set(own.map(({ ended }) => ended.id)).size;
    const tried = own.reduce((sum, { ended }) => sum + (attempts.get(ended.check) ?? 0), 0);
    // The properties of a clause are not searched if an example has failed, or if the clause could not be tested.
    const isSearched = result.verdict === 'passed' || result.verdict === 'open';
    return [
      ...(checks < required.checks
        ? [`${clause} needs ${countNoun(required.checks, 'check')}, and had ${checks}`]
        : []),
      ...(isSearched && tried < required.trials
        ? [`${clause} needs ${countNoun(required.trials, 'generated input')}, and had ${tried}`]
        : []),
    ];
  });
}

/** True if a check ran, or was left out because the preflight found that its need is not met. */
function isAccountedFor({ ended }: CheckEnded, { unmetNeeds: found }: Collector): boolean {
  if (ended.outcome !== 'not run') return true;
  const [capability] = ended.need.split('/');
  return found.some(({ need }) => need === ended.need || need === capability);
}

/**
 * Compares the signed result with the result of the evidence, judged again: in every detail, or only the verdicts if
 * `exact` is false. Clauses that are newer than the edition are left out, because an older suite did not report them.
 */
function isSameResult(signed: Result, again: Summary, edition: Edition, exact: boolean): boolean {
  const known = new Set<string>(edition.clauses.map(({ clause }) => clause));
  const compared = ({ verdict, exitCode, clauses, missing, checks, exchanges, troubles, defects }: Summary) => {
    const required = clauses.filter(({ clause }) => known.has(clause));
    const certified = { verdict, exitCode, checks, exchanges, clauses: required.map(certifiedFields) };
    return exact ? { ...certified, clauses: required, missing, troubles, defects } : certified;
  };
  // A file has no members that are undefined.
  return isDeepStrictEqual(compared(signed), JSON.parse(JSON.stringify(compared(again))));
}

/** The certified facts of a clause. */
function certifiedFields({ clause, level, verdict, reading, waived }: ClauseResult): Partial<ClauseResult> {
  return { clause, level, verdict, waived, ...(reading === undefined ? {} : { reading }) };
}
