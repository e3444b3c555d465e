import type { EscapeDecodings } from './escape-decodings';

/** A text that a secret may stand as, once everything around it is unescaped. */
export interface SecretForm {
  readonly units: string;
  /** What is written in its place. */
  readonly shown: string;
  /** Base64 puts bits of the last byte into a character with what follows: one of these comes next, and then padding. */
  readonly tail?: { readonly characters: string; readonly padding: number };
}

/** As it is, as forms of the web send it, in hexadecimal digits, and in Base64 of any text that holds it. */
export function secretForms(secret: string, shown: string): SecretForm[] {
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
 * Where a form ends that begins here; undefined where it does not.
 *
 * @param readings of a text that holds escapes.
 */
export function matchEnd(form: SecretForm, text: string, from: number, readings?: EscapeDecodings): number | undefined {
  const { units, tail } = form;
  if (readings === undefined && !text.startsWith(units, from)) return undefined;
  const end = readings === undefined ? from + units.length : endOfEscaped(units, text, from, readings);
  if (end === undefined || tail === undefined) return end;
  return afterTail(tail, text, end, readings);
}

/** A limit of the ways that are tried after one has fitted: `%252525…` has as many as it is long. */
const mostAfterFit = 200;

/**
 * A place may be read in several ways. The longest one that fits counts: it leaves nothing over. Ways that differ late
 * are tried first, for it is the last characters that decide the end.
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

/** After what may be read as this character, in the longest way: nothing of an escape is to be left over. */
function longestEnd(
  code: number,
  text: string,
  at: number,
  readings: EscapeDecodings,
  tellOther: (end: number) => void = () => undefined,
): number | undefined {
  const row = readings.rowAt(at);
  if (row === 0) return at < text.length && text.charCodeAt(at) === code ? at + 1 : undefined;
  let longest: number | undefined;
  for (let index = row; (readings.codes[index] ?? -1) >= 0; index += 1) {
    const end = readings.ends[index] ?? 0;
    if (readings.codes[index] !== code) continue;
    if (longest !== undefined) tellOther(Math.min(longest, end));
    longest = Math.max(longest ?? 0, end);
  }
  return longest;
}

/** Half of an escaped backslash would escape what comes after it. */
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
