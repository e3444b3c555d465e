import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { crypto, dsse } from '@sigstore/core';
import { InvalidBundleError, rejectDuplicateNames } from './invalid-bundle';

/** A DSSE envelope, https://github.com/secure-systems-lab/dsse. */
interface Envelope {
  readonly payloadType: string;
  /** Base64. */
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

const payloadType = 'application/vnd.in-toto+json';

/** Signs a text. Returns the envelope as one line of JSON. */
export function signEnvelope(text: string, privateKey: KeyObject): string {
  const payload = Buffer.from(text);
  const signature = sign(null, dsse.preAuthEncoding(payloadType, payload), privateKey);
  const envelope: Envelope = {
    payloadType,
    payload: payload.toString('base64'),
    signatures: [{ keyid: keyIdOf(createPublicKey(privateKey)), sig: signature.toString('base64') }],
  };
  return `${JSON.stringify(envelope)}\n`;
}

/**
 * Verifies an envelope, and returns its text.
 *
 * @throws {InvalidBundleError} if the text is not an envelope, or this key has not signed it.
 */
export function openEnvelope(text: string, publicKey: KeyObject): string {
  const envelope = parseEnvelope(text);
  if (envelope.payloadType !== payloadType) throw new InvalidBundleError('the attestation is not an in-toto statement');
  const payload = Buffer.from(envelope.payload, 'base64');
  const signed = dsse.preAuthEncoding(envelope.payloadType, payload);
  const isSigned = envelope.signatures.some(({ sig }) => crypto.verify(signed, publicKey, Buffer.from(sig, 'base64')));
  if (!isSigned) throw new InvalidBundleError('the attestation is not signed by this key');
  return payload.toString('utf8');
}

/** The id of a key: the digest of the public key. */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

function parseEnvelope(text: string): Envelope {
  try {
    const { payloadType, payload, signatures } = JSON.parse(text) as Partial<Envelope>;
    const isWhole =
      typeof payloadType === 'string' &&
      typeof payload === 'string' &&
      Array.isArray(signatures) &&
      signatures.every((each) => typeof each?.sig === 'string');
    if (isWhole) {
      rejectDuplicateNames(text, 'the attestation');
      return { payloadType, payload, signatures };
    }
  } catch (error) {
    if (error instanceof InvalidBundleError) throw error;
  }
  throw new InvalidBundleError('the attestation is not a DSSE envelope');
}
