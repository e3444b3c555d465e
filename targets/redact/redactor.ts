import { isUtf8 } from 'node:buffer';
import { alteredTokens, placeholders } from '../../contracts/http/placeholders';
import { secretForms } from './secret-forms';
import { SecretSearch } from './secret-search';

/** Below this length a secret would be replaced where it occurs by chance; headers are replaced whatever the length. */
const shortest = 8;

/** No request holds one, so no command of a report needs it. */
export const secretPlaceholder = '$SECRET';

/** A password that is a mere word stands in many an answer by chance. */
function isUncommon(secret: string): boolean {
  return !/^[a-z]{0,15}$/.test(secret);
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

export function createRedactor({ own, other = [], hidden = [] }: Secrets): Redactor {
  const owned = [own].flat();
  const pairs = [
    ...owned.map((token) => [token, placeholders.own]),
    ...[other].flat().map((token) => [token, placeholders.other]),
    // Whoever sees one of these can tell the token.
    ...owned.flatMap((token) => Object.values(alteredTokens).map(({ of, shown }) => [of(token), shown])),
    ...hidden.filter(isUncommon).map((secret) => [secret, secretPlaceholder]),
  ].filter((pair): pair is [string, string] => pair[0] !== undefined && pair[0] !== '');
  const sought = pairs.filter(([secret]) => secret.length >= shortest);
  // One search for all of them: every exchange goes through it.
  const search = new SecretSearch(sought.flatMap(([secret, shown]) => secretForms(secret, shown)));
  const isWide = sought.some(([secret]) => /[^\0-\x7f]/.test(secret));
  const text = (plain: string) => search.replaceIn(plain);
  return {
    text,
    bytes: (bytes) => {
      // Latin-1 maps each byte to one character and back, so that bytes that are no text survive.
      const encoding = isWide && isUtf8(bytes) ? 'utf8' : 'latin1';
      const plain = bytes.toString(encoding);
      const clean = text(plain);
      return clean === plain ? bytes : Buffer.from(clean, encoding);
    },
    // As JSON it is searched at once; a secret that ends in a backslash would take the quote after it along.
    json: <T>(value: T) => {
      const plain = JSON.stringify(value);
      return text(plain) === plain ? value : (inEveryText(value, text) as T);
    },
    header: (value) => pairs.find(([secret]) => secret === value)?.[1] ?? text(value),
  };
}

function inEveryText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => inEveryText(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [change(name), inEveryText(member, change)]));
}
