import type { KeyObject } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Edition, editionProfile, isCertifiedProfile } from '../../contracts/editions';
import type { CheckEnded } from '../../contracts/evidence/events';
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
  /** The bytes of the file of this name, from the beginning each time. */
  readonly evidence: (name: EvidenceFileName) => AsyncIterable<Buffer>;
}

/**
 * Verifies a bundle from itself alone: the signature, the digests, that the edition's required set is complete, and
 * that the evidence, judged again, gives the very result that was signed. Gives that result: what is sound may still
 * say that the target does not conform.
 *
 * @param edition the one that it must have been made by.
 * @param suite the version that verifies. What the same one has written must be the same to the letter; another one may
 * word its findings otherwise, and must come to the same verdicts.
 * @throws {InvalidBundleError} for the first thing that is wrong.
 */
export async function verifyBundle(
  bundle: Bundle,
  publicKey: KeyObject,
  edition: Edition,
  suite: string,
): Promise<Result> {
  const { statement, edition: named, evidence: file } = readStatement(openEnvelope(bundle.attestation, publicKey));
  demand(named === edition.edition, `it is made by edition ${named}, and edition ${edition.edition} is required`);
  requireDigest(statement, fileNames.result, digestOf(bundle.result).sha256);
  const result = parseResult(bundle.result);
  const { profile } = result.run;
  if (!isCertifiedProfile(profile))
    throw new InvalidBundleError(`profile ${profile} is none that certificates are made by`);
  const isOwn = result.run.suite === suite;
  // Nothing is decompressed, and no line read, but of the very file that the holder of the key has signed.
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

/** The run must be the one that the evidence begins with, as thorough as the edition asks, with nothing waived. */
function requireSameRun({ run, clauses }: Result, { began, collector }: Reevaluation, edition: Edition): void {
  const { target, profile, effort, seed, quota } = run;
  const recorded = began && {
    target: began.target,
    profile: began.profile,
    effort: began.effort,
    seed: began.seed,
    // As the preflight has found it, where the target does not say.
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

/** The clauses that the edition requires and the run has not tested, one sentence each. */
function unmetRequirements(edition: Edition, { collector, attempts }: Reevaluation, summary: Summary): string[] {
  return edition.clauses.flatMap((required) => {
    const { clause } = required;
    const result = summary.clauses.find((each) => each.clause === clause);
    if (result === undefined) return [`${clause} is required, and this suite does not know it`];
    if (result.level === 'not applicable') return [];
    const own = collector.checks.filter(({ ended }) => ended.clause === clause && isAccountedFor(ended, collector));
    const checks = new Set(own.map(({ ended }) => ended.id)).size;
    const tried = own.reduce((sum, { ended }) => sum + (attempts.get(ended.check) ?? 0), 0);
    // A property is not searched if its clause has failed by an example, or could not be tested.
    const isSearched = result.verdict === 'passed' || result.verdict === 'open';
    return [
      ...(checks < required.checks ? [`${clause} needs ${required.checks} checks, and had ${checks}`] : []),
      ...(isSearched && tried < required.trials
        ? [`${clause} needs ${required.trials} generated inputs, and had ${tried}`]
        : []),
    ];
  });
}

/** Whether a check was run, or may be left out: the preflight has found that the target does not offer what it needs. */
function isAccountedFor({ ended }: CheckEnded, { unmetNeeds: found }: Collector): boolean {
  if (ended.outcome !== 'not run') return true;
  const [capability] = ended.need.split('/');
  return found.some(({ need }) => need === ended.need || need === capability);
}

/**
 * Whether evidence that is judged again gives the result that was signed: to the letter, or else (`exact` false) the
 * same verdicts. Clauses that are younger than the edition bind nobody: an older suite has not reported them.
 */
function isSameResult(signed: Result, again: Summary, edition: Edition, exact: boolean): boolean {
  const known = new Set<string>(edition.clauses.map(({ clause }) => clause));
  const compared = ({ verdict, exitCode, clauses, missing, checks, exchanges, troubles, defects }: Summary) => {
    const required = clauses.filter(({ clause }) => known.has(clause));
    const certified = { verdict, exitCode, checks, exchanges, clauses: required.map(certifiedFields) };
    return exact ? { ...certified, clauses: required, missing, troubles, defects } : certified;
  };
  // Members that are undefined are not in a file.
  return isDeepStrictEqual(compared(signed), JSON.parse(JSON.stringify(compared(again))));
}

/** The certified facts of a clause. */
function certifiedFields({ clause, level, verdict, reading, waived }: ClauseResult): Partial<ClauseResult> {
  return { clause, level, verdict, waived, ...(reading === undefined ? {} : { reading }) };
}
