import type { KeyObject } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Edition, editionProfile, isCertifiedProfile } from '../../contracts/editions';
import { type EvidenceName, evidenceName } from '../evidence-name';
import { readResult } from '../read-result';
import { Rejudgement } from '../rejudge';
import type { Result } from '../result';
import { BadBundle } from './bad-bundle';
import { digestOf, digestOfPieces } from './digest';
import { opened } from './envelope';
import { EvidenceLines } from './evidence-lines';
import { missing } from './missing';
import { refuseRepeated } from './repeated-member';
import { sameResult } from './same-result';
import { readStatement, type Statement, statementOf } from './statement';

/** The three files of a bundle. */
export interface Bundle {
  readonly attestation: string;
  readonly result: string;
  /** The bytes of the file of this name, from the beginning each time. */
  readonly evidence: (name: EvidenceName) => AsyncIterable<Buffer>;
}

/**
 * Verifies a bundle from itself alone: the signature, the digests, that the edition's required set is complete, and
 * that the evidence, judged again, gives the very result that was signed. Gives that result: what is sound may still
 * say that the target does not conform.
 *
 * @param edition the one that it must have been made by.
 * @param suite the version that verifies. What the same one has written must be the same to the letter; another one may
 * word its findings otherwise, and must come to the same verdicts.
 * @throws {BadBundle} for the first thing that is wrong.
 */
export async function verifyBundle(
  bundle: Bundle,
  publicKey: KeyObject,
  edition: Edition,
  suite: string,
): Promise<Result> {
  const { statement, edition: named, evidence: file } = readStatement(opened(bundle.attestation, publicKey));
  demand(named === edition.edition, `it is made by edition ${named}, and edition ${edition.edition} is required`);
  demandDigest(statement, 'result.json', digestOf(bundle.result).sha256);
  const result = resultOf(bundle.result);
  const { profile } = result.run;
  if (!isCertifiedProfile(profile)) throw new BadBundle(`profile ${profile} is none that certificates are made by`);
  const isOwn = result.run.suite === suite;
  // Nothing is decompressed, and no line read, but of the very file that the holder of the key has signed.
  demandDigest(statement, file, (await digestOfPieces(bundle.evidence(file))).sha256);
  const lines = new EvidenceLines(bundle.evidence(file), file === evidenceName);
  const again = new Rejudgement(editionProfile(edition, profile), isOwn);
  for await (const evidence of lines.read()) again.add(evidence);
  const digests = { result: digestOf(bundle.result), evidence: lines.digest() };
  demandDigest(statement, file, digests.evidence.sha256);
  demandRun(result, again, edition);
  const summary = again.end(result.run.strict);
  const [objection] = [...again.objections, ...missing(edition, again, summary)];
  demand(objection === undefined, `${objection}`);
  demand(
    sameResult(result, summary, edition, isOwn),
    'the evidence, judged again, gives another result than the one signed',
  );
  demand(summary.exitCode < 2, 'the run is incomplete, or shows a defect of the suite');
  const isSaid = isDeepStrictEqual(statement, statementOf(result, edition, digests, file));
  demand(isSaid, 'the statement does not say what the result says');
  return result;
}

/** The run must be the one that the evidence begins with, as thorough as the edition asks, with nothing waived. */
function demandRun({ run, clauses }: Result, { began, collector }: Rejudgement, edition: Edition): void {
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

function resultOf(text: string): Result {
  let result: Result;
  try {
    result = readResult(text);
  } catch (error) {
    throw new BadBundle(`result.json cannot be used: ${(error as Error).message}`);
  }
  refuseRepeated(text, 'result.json');
  return result;
}

function demandDigest({ subject }: Statement, name: string, sha256: string): void {
  const signed = subject.find((each) => each.name === name)?.digest.sha256;
  demand(signed === sha256, `${name} is not the file that was signed: its digest differs`);
}

function demand(isMet: boolean, otherwise: string): void {
  if (!isMet) throw new BadBundle(otherwise);
}
