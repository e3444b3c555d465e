import { nearTokens } from '../contracts/near-tokens';
import { tokens } from '../contracts/tokens';

/** Below this length a secret would be replaced where it occurs by chance; headers are replaced whatever the length. */
const shortest = 8;

/** No request holds one, so no command of a report needs it. */
const secretPlaceholder = '$SECRET';

/** A password that is a mere word stands in many an answer by chance. */
function isUncommon(secret: string): boolean {
  return /[^a-z]/.test(secret);
}

/** Replaces secrets by their placeholders, before anything is recorded. */
export interface Redactor {
  readonly text: (text: string) => string;
  readonly bytes: (bytes: Buffer) => Buffer;
  readonly header: (value: string) => string;
  /** Of anything that JSON can hold, in every text in it. */
  readonly json: <T>(value: T) => T;
}

export interface Secrets {
  /** Every token of the project that there ever was. */
  readonly own: string | readonly string[];
  readonly other?: string | readonly string[] | undefined;
  /** What is told to nobody but Keystone: a target that shows it has it from there. */
  readonly hidden?: readonly string[];
}

export function redactor({ own, other = [], hidden = [] }: Secrets): Redactor {
  const owned = [own].flat();
  const pairs = [
    ...owned.map((token) => [token, tokens.own]),
    ...[other].flat().map((token) => [token, tokens.other]),
    // Whoever sees one of these can tell the token.
    ...owned.flatMap((token) => Object.values(nearTokens).map(({ of, shown }) => [of(token), shown])),
    ...hidden.filter(isUncommon).map((secret) => [secret, secretPlaceholder]),
  ].filter((pair): pair is [string, string] => pair[0] !== undefined && pair[0] !== '');
  const sought = pairs.filter(([secret]) => secret.length >= shortest);
  // One search for all of them: every exchange goes through it.
  const search = (ways: (secret: string) => string[]) =>
    new RegExp(sought.map(([secret]) => `(${ways(secret).join('|')})`).join('|') || never, 'g');
  const [asItIs, escaped] = [search(unescaped), search((secret) => [inEscapes(secret), ...unescaped(secret)])];
  const placeholder = (...found: (string | undefined)[]) =>
    sought[found.findIndex((group, index) => index > 0 && group !== undefined) - 1]?.[1] ?? '';
  const text = (plain: string) => plain.replace(/[\\%]/.test(plain) ? escaped : asItIs, placeholder);
  return {
    text,
    bytes: (bytes) => {
      // Latin-1 maps each byte to one character and back, so that bytes that are no text survive.
      const plain = bytes.toString('latin1');
      const clean = text(plain);
      return clean === plain ? bytes : Buffer.from(clean, 'latin1');
    },
    json: (value) => {
      const plain = JSON.stringify(value);
      const clean = text(plain);
      return clean === plain ? value : JSON.parse(clean);
    },
    header: (value) => pairs.find(([secret]) => secret === value)?.[1] ?? text(value),
  };
}

/** Matches nothing. */
const never = '(?!)';

/**
 * A target may give a token back as JSON, also in JSON once more, or in a URL; which characters are escaped, and how,
 * differs from one encoder to the other.
 */
function inEscapes(secret: string): string {
  return [...secret]
    .map((character) => {
      const hex = (character.codePointAt(0) ?? 0).toString(16).padStart(2, '0');
      const either = hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
      return `(?:\\\\*${literally(character)}|\\\\+u00${either}|%${either})`;
    })
    .join('');
}

/** As it is, or encoded. */
function unescaped(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [secret, bytes.toString('base64'), bytes.toString('base64url')].map(literally);
}

function literally(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '\\$&');
}
