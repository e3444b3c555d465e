import { generateKeyPairSync } from 'node:crypto';
import type { Edition } from '../../../contracts/edition';
import type { Evidence } from '../../../contracts/evidence';
import type { Result } from '../../result';
import { digestOf } from '../digest';
import { sealed } from '../envelope';
import { type Statement, statementOf } from '../statement';
import { verifyBundle } from '../verify-bundle';
import { ownSuite, resultOfEvidence, smallEdition, smallEvidence } from './small-run';

/** What a bundle is made of, before it is signed. */
export interface Parts {
  readonly evidence: readonly Evidence[];
  readonly result: Result;
  readonly edition: Edition;
}

/** A bundle whose evidence is still a text. */
export interface Texts {
  readonly attestation: string;
  readonly result: string;
  readonly evidence: string;
}

export const { privateKey, publicKey } = generateKeyPairSync('ed25519');
export const stranger = generateKeyPairSync('ed25519');

/** A run against a target that replaces, as it should. */
export function honest(seed = 1): Parts {
  const evidence = smallEvidence(seed, (_, sent) => sent);
  return { evidence, result: resultOfEvidence(evidence), edition: smallEdition };
}

/** A run against a target that merges. */
export function failing(): Parts {
  const evidence = smallEvidence(1, (old, sent) => ({ ...old, ...sent }));
  return { evidence, result: resultOfEvidence(evidence), edition: smallEdition };
}

/** Signs a bundle as `certify` does; `change` is what a dishonest signer makes of the statement. */
export function signed(
  { evidence, result, edition }: Parts,
  key = privateKey,
  change: (statement: Statement) => Statement = (statement) => statement,
): Texts {
  const texts = {
    result: JSON.stringify(result, null, 2),
    evidence: evidence.map((each) => `${JSON.stringify(each)}\n`).join(''),
  };
  const digests = { result: digestOf(texts.result), evidence: digestOf(texts.evidence) };
  return { ...texts, attestation: sealed(JSON.stringify(change(statementOf(result, edition, digests))), key) };
}

async function* pieces(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  // Shorter than a line, and through the middle of characters.
  for (let from = 0; from < bytes.length; from += 100) yield bytes.subarray(from, from + 100);
}

export function verified(texts: Texts, key = publicKey, suite = ownSuite): Promise<Result> {
  return verifyBundle({ ...texts, evidence: pieces(texts.evidence) }, key, smallEdition, suite);
}
