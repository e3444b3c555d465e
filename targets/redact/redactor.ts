import { isUtf8 } from 'node:buffer';
import { alteredTokens, placeholders } from '../../contracts/http/placeholders';
import { secretForms } from './secret-forms';
import { SecretSearch } from './secret-search';

/** Shorter secrets occur by chance. They are replaced only as a whole header. Characters. */
const minLength = 8;

/** The placeholder for secrets that no request to the target contains. */
export const secretPlaceholder = '$SECRET';

/** A password that is a plain word occurs in responses by chance. */
function isUncommon(secret: string): boolean {
  return !/^[a-z]{0,15}$/.test(secret);
}

/** Replaces secrets by placeholders. */
export interface Redactor {
  readonly text: (text: string) => string;
  readonly bytes: (bytes: Buffer) => Buffer;
  readonly header: (value: string) => string;
  /** Replaces secrets in each text of a JSON value. */
  readonly json: <T>(value: T) => T;
}

export interface Secrets {
  /** All tokens of the project, expired ones included. */
  readonly own: string | readonly string[];
  readonly other?: string | readonly string[] | undefined;
  /** Secrets that are not sent to the target, for example the password for Keystone. */
  readonly hidden?: readonly string[];
}

export function createRedactor({ own, other = [], hidden = [] }: Secrets): Redactor {
  const owned = [own].flat();
  const pairs = [
    ...owned.map((token) => [token, placeholders.own]),
    ...[other].flat().map((token) => [token, placeholders.other]),
    // The token can be derived from its altered forms.
    ...owned.flatMap((token) => Object.values(alteredTokens).map(({ of, shown }) => [of(token), shown])),
    ...hidden.filter(isUncommon).map((secret) => [secret, secretPlaceholder]),
  ].filter((pair): pair is [string, string] => pair[0] !== undefined && pair[0] !== '');
  const searched = pairs.filter(([secret]) => secret.length >= minLength);
  // One search for all secrets, because it runs for each exchange.
  const search = new SecretSearch(searched.flatMap(([secret, shown]) => secretForms(secret, shown)));
  const isWide = searched.some(([secret]) => /[^\0-\x7f]/.test(secret));
  const text = (plain: string) => search.replaceIn(plain);
  return {
    text,
    bytes: (bytes) => {
      // Latin-1 maps each byte to one character and back, so bytes that are not text stay as they are.
      const encoding = isWide && isUtf8(bytes) ? 'utf8' : 'latin1';
      const plain = bytes.toString(encoding);
      const clean = text(plain);
      return clean === plain ? bytes : Buffer.from(clean, encoding);
    },
    // One search over the JSON is fast. The replacement works on each text, because a secret that ends in a backslash would
    // swallow the quote after it.
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
