import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { crypto, dsse } from '@sigstore/core';
import { BadBundle } from './bad-bundle';
import { refuseRepeated } from './repeated-member';

/** A DSSE envelope, https://github.com/secure-systems-lab/dsse. */
interface Envelope {
  readonly payloadType: string;
  /** Base64. */
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

const payloadType = 'application/vnd.in-toto+json';

/** Signs a text. Gives the envelope as one line of JSON. */
export function sealed(text: string, privateKey: KeyObject): string {
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
 * The text of an envelope that this key has signed.
 *
 * @throws {BadBundle} for one that it has not, or that is no envelope.
 */
export function opened(text: string, publicKey: KeyObject): string {
  const envelope = read(text);
  if (envelope.payloadType !== payloadType) throw new BadBundle('the attestation holds no in-toto statement');
  const payload = Buffer.from(envelope.payload, 'base64');
  const signed = dsse.preAuthEncoding(envelope.payloadType, payload);
  const isSigned = envelope.signatures.some(({ sig }) => crypto.verify(signed, publicKey, Buffer.from(sig, 'base64')));
  if (!isSigned) throw new BadBundle('the signature is not that of this key over this attestation');
  return payload.toString('utf8');
}

/** A name for a key that says nothing of it: the digest of the public key. */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

function read(text: string): Envelope {
  try {
    const { payloadType, payload, signatures } = JSON.parse(text) as Partial<Envelope>;
    const isWhole =
      typeof payloadType === 'string' &&
      typeof payload === 'string' &&
      Array.isArray(signatures) &&
      signatures.every((each) => typeof each?.sig === 'string');
    if (isWhole) {
      refuseRepeated(text, 'the attestation');
      return { payloadType, payload, signatures };
    }
  } catch (error) {
    if (error instanceof BadBundle) throw error;
  }
  throw new BadBundle('the attestation is no DSSE envelope');
}
