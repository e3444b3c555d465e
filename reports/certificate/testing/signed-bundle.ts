import { generateKeyPairSync } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Edition } from '../../../contracts/editions';
import type { Evidence } from '../../../contracts/evidence/events';
import { type EvidenceFileName, fileNames } from '../../result/file-names';
import type { Result } from '../../result/result';
import { signEnvelope } from '../dsse-envelope';
import { buildStatement, digestOf, type Statement } from '../statement';
import { verifyBundle } from '../verify-bundle';
import { resultOfEvidence, smallEdition, smallEvidence, suiteUnderTest } from './small-run';

/** The parts of a bundle before it is signed. */
export interface UnsignedBundle {
  readonly evidence: readonly Evidence[];
  readonly result: Result;
  readonly edition: Edition;
}

/** A signed bundle, with its evidence as a text. */
export interface SignedBundle {
  readonly attestation: string;
  readonly result: string;
  readonly evidence: string;
  /** The file name of the evidence. It decides whether the text is compressed. */
  readonly file: EvidenceFileName;
}

export const { privateKey, publicKey } = generateKeyPairSync('ed25519');
export const otherKeyPair = generateKeyPairSync('ed25519');

/** A run against a compliant target. */
export function compliantRun(seed = 1): UnsignedBundle {
  const evidence = smallEvidence(seed, (_, sent) => sent);
  return { evidence, result: resultOfEvidence(evidence), edition: smallEdition };
}

/** A run against a target that merges. */
export function mergingRun(): UnsignedBundle {
  const evidence = smallEvidence(1, (old, sent) => ({ ...old, ...sent }));
  return { evidence, result: resultOfEvidence(evidence), edition: smallEdition };
}

/** Signs a bundle as `certify` does. `change` is the change of a dishonest signer to the statement. */
export function signBundle(
  { evidence, result, edition }: UnsignedBundle,
  key = privateKey,
  change: (statement: Statement) => Statement = (statement) => statement,
  file: EvidenceFileName = fileNames.evidence,
): SignedBundle {
  const texts = {
    result: JSON.stringify(result, null, 2),
    evidence: evidence.map((each) => `${JSON.stringify(each)}\n`).join(''),
    file,
  };
  const digests = { result: digestOf(texts.result), evidence: digestOf(written(texts)) };
  return {
    ...texts,
    attestation: signEnvelope(JSON.stringify(change(buildStatement(result, edition, digests, file))), key),
  };
}

/** The bytes of the evidence file. A compressed one has two gzip members. */
function written({ evidence, file }: Pick<SignedBundle, 'evidence' | 'file'>): Buffer {
  if (file !== fileNames.evidence) return Buffer.from(evidence);
  return Buffer.concat([gzipSync(evidence.slice(0, 1_000)), gzipSync(evidence.slice(1_000))]);
}

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  // A piece is shorter than a line, and may end within a character.
  for (let from = 0; from < bytes.length; from += 100) yield bytes.subarray(from, from + 100);
}

export function verifySigned(texts: SignedBundle, key = publicKey, suite = suiteUnderTest): Promise<Result> {
  return verifyBundle({ ...texts, evidence: () => pieces(written(texts)) }, key, smallEdition, suite);
}
