/** A text that a secret may stand as, once everything around it is unescaped. */
export interface Form {
  readonly units: string;
  /** What is written in its place. */
  readonly shown: string;
  /** Base64 puts bits of the last byte into a character with what follows: one of these comes next, and then padding. */
  readonly tail?: { readonly characters: string; readonly padding: number };
}

/** As it is, as forms of the web send it, in hexadecimal digits, and in Base64 of any text that holds it. */
export function formsOf(secret: string, shown: string): Form[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  // Bytes are searched as Latin-1, and so are the bytes that a URL escapes.
  const plain = [secret, bytes.toString('latin1')];
  const inForms = plain.map((text) => text.replaceAll(' ', '+'));
  const texts = [...plain, ...inForms, hex, hex.toUpperCase()];
  return [
    ...[...new Set(texts)].map((units) => ({ units, shown })),
    ...alphabets.flatMap((alphabet) => [0, 1, 2].map((before) => inBase64(bytes, before, alphabet, shown))),
  ];
}

const common = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const alphabets = [
  { encoding: 'base64', characters: `${common}+/` },
  { encoding: 'base64url', characters: `${common}-_` },
] as const;

/**
 * The characters that depend on nothing but these bytes.
 *
 * @param before how many bytes come before them, in threes.
 */
function inBase64(
  bytes: Buffer,
  before: number,
  { encoding, characters }: (typeof alphabets)[number],
  shown: string,
): Form {
  const encoded = Buffer.concat([Buffer.alloc(before), bytes])
    .toString(encoding)
    .replace(/=+$/, '');
  const units = encoded.slice(before === 0 ? 0 : before + 1);
  const over = (before + bytes.length) % 3;
  if (over === 0) return { units, shown };
  const last = characters.indexOf(encoded.slice(-1));
  const tail = { characters: characters.slice(last, last + (over === 1 ? 16 : 4)), padding: 3 - over };
  return { units: units.slice(0, -1), shown, tail };
}
