import type { EscapeDecodings } from './escape-decodings';

/** One encoding of a secret, after all escapes around it are decoded. */
export interface SecretForm {
  readonly units: string;
  /** The placeholder. */
  readonly shown: string;
  /** In Base64 the last character may mix bits of the secret and of the next byte: the possible characters, and padding. */
  readonly tail?: { readonly characters: string; readonly padding: number };
}

/** The encodings of a secret: plain, as an HTML form, hexadecimal, and Base64 at each of the three offsets. */
export function secretForms(secret: string, shown: string): SecretForm[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  // Bytes are searched as Latin-1; so are bytes that are escaped in a URL.
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
 * The Base64 characters that depend only on these bytes.
 *
 * @param before the number of bytes before them, modulo 3.
 */
function inBase64(
  bytes: Buffer,
  before: number,
  { encoding, characters }: (typeof alphabets)[number],
  shown: string,
): SecretForm {
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

/**
 * The end of a form that begins at `from`; undefined if none does.
 *
 * @param readings of a text with escapes.
 */
export function matchEnd(form: SecretForm, text: string, from: number, readings?: EscapeDecodings): number | undefined {
  const { units, tail } = form;
  if (readings === undefined && !text.startsWith(units, from)) return undefined;
  const end = readings === undefined ? from + units.length : endOfEscaped(units, text, from, readings);
  if (end === undefined || tail === undefined) return end;
  return afterTail(tail, text, end, readings);
}

/** The most readings that are tried after the first match: `%252525…` has as many as characters. */
const mostAfterFit = 200;

/**
 * Finds the longest match over all readings, so that no part of an escape is left over. Readings that differ late are tried
 * first, because the last characters decide the end.
 */
function endOfEscaped(units: string, text: string, from: number, readings: EscapeDecodings): number | undefined {
  const untried: (readonly [place: number, at: number])[] = [];
  const seen = new Set<number>();
  let longest: number | undefined;
  let left = mostAfterFit;
  let [place, at] = [0, from];
  for (;;) {
    while (place < units.length) {
      const end = longestEnd(units.charCodeAt(place), text, at, readings, (other) => {
        const key = place * (text.length + 1) + other;
        if (!seen.has(key)) untried.push([place + 1, other]);
        seen.add(key);
      });
      if (end === undefined) break;
      place += 1;
      at = end;
    }
    if (place === units.length) longest = Math.max(longest ?? 0, at);
    const next = untried.pop();
    if (next === undefined || left === 0) break;
    if (longest !== undefined) left -= 1;
    [place, at] = next;
  }
  return longest === undefined ? undefined : afterBackslashes(units, text, longest);
}

/** The end of the longest reading as this character. */
function longestEnd(
  code: number,
  text: string,
  at: number,
  readings: EscapeDecodings,
  onOther: (end: number) => void = () => undefined,
): number | undefined {
  const row = readings.rowAt(at);
  if (row === 0) return at < text.length && text.charCodeAt(at) === code ? at + 1 : undefined;
  let longest: number | undefined;
  for (let index = row; (readings.codes[index] ?? -1) >= 0; index += 1) {
    const end = readings.ends[index] ?? 0;
    if (readings.codes[index] !== code) continue;
    if (longest !== undefined) onOther(Math.min(longest, end));
    longest = Math.max(longest ?? 0, end);
  }
  return longest;
}

/** Includes all backslashes: half of an escaped one would escape the next character. */
function afterBackslashes(units: string, text: string, at: number): number {
  let end = at;
  if (units.endsWith('\\')) while (text[end] === '\\') end += 1;
  return end;
}

function afterTail(
  { characters, padding }: NonNullable<SecretForm['tail']>,
  text: string,
  from: number,
  readings: EscapeDecodings | undefined,
): number {
  const after = (at: number, wanted: string): number | undefined =>
    readings === undefined
      ? text[at] === wanted
        ? at + 1
        : undefined
      : longestEnd(wanted.charCodeAt(0), text, at, readings);
  const ends = [...characters].map((character) => after(from, character));
  let end = ends.find((each) => each !== undefined) ?? from;
  for (let count = 0; count < padding; count += 1) end = after(end, '=') ?? end;
  return end;
}
