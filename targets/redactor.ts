import { tokens } from '../contracts/tokens';

/** Below this length a secret would be replaced where it occurs by chance; headers are replaced whatever the length. */
const shortest = 8;

/** Replaces secrets by their placeholders, before anything is recorded. */
export interface Redactor {
  readonly text: (text: string) => string;
  readonly bytes: (bytes: Buffer) => Buffer;
  readonly header: (value: string) => string;
}

export function redactor(secrets: { readonly own: string; readonly other?: string | undefined }): Redactor {
  const pairs = [
    [secrets.own, tokens.own],
    [secrets.other, tokens.other],
  ].filter((pair): pair is [string, string] => pair[0] !== undefined && pair[0] !== '');
  const spelled = pairs
    .filter(([secret]) => secret.length >= shortest)
    .flatMap(([secret, name]) => [...new Set(spellings(secret))].map((spelling): [string, string] => [spelling, name]));
  const any = new RegExp(spelled.map(([secret]) => secret.replace(/[^\w]/g, '\\$&')).join('|') || '(?!)');
  const text = (plain: string) =>
    any.test(plain) ? spelled.reduce((rest, [secret, name]) => rest.replaceAll(secret, name), plain) : plain;
  return {
    text,
    bytes: (bytes) => {
      if (!spelled.some(([secret]) => bytes.includes(secret))) return bytes;
      // Latin-1 maps each byte to one character and back, so that bytes that are no text survive.
      return Buffer.from(text(bytes.toString('latin1')), 'latin1');
    },
    header: (value) => pairs.find(([secret]) => secret === value)?.[1] ?? text(value),
  };
}

/** A target may give a token back as JSON, in a URL or encoded. */
function spellings(secret: string): string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret).toString('base64url'),
  ];
}
