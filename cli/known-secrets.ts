import { redactUrlsInText, secretsInUrl } from '../targets/redact/redact-url';
import { createRedactor, type Redactor } from '../targets/redact/redactor';

/**
 * Every secret that this process has come to know, from any source. They are kept here, and not handed down: an error may
 * come from anywhere, and the last handler must know what to leave out of its message.
 */
const tokens = new Set<string>();
const others = new Set<string>();
const identities = new Set<{ readonly tokens: readonly string[] }>();

let made: { readonly redactor: Redactor; readonly count: number } | undefined;

/** Settings, variables and members of a file whose value is a token or another secret. */
const ofToken = /token$/i;
const ofSecret = /(password|passwd|passcode|passphrase|secret|api_?key|credential)$/i;
/** Many write one without its scheme. */
const ofProxy = /proxy$/i;

/** Adds what is secret in a value, by the name that it is given under; in a URL its user and password are. */
export function knowValue(name: string, value: unknown): void {
  if (typeof value !== 'string') return;
  if (ofToken.test(name)) tokens.add(value);
  else if (ofSecret.test(name)) others.add(value);
  const isBareProxy = ofProxy.test(name) && !value.includes('://');
  for (const secret of secretsInUrl(isBareProxy ? `http://${value}` : value)) others.add(secret);
}

export function knowValues(all: object): void {
  for (const [name, value] of Object.entries(all)) knowValue(name, value);
}

/** `--token T`, `--token=T`, and URLs anywhere. */
export function knowArguments(args: readonly string[]): void {
  for (const [place, text] of args.entries()) {
    const [, name = '', value] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(text) ?? [];
    knowValue(name, value ?? args[place + 1]);
    knowValue('', text);
  }
}

/** Also the tokens that it will get. */
export function knowIdentity(identity: { readonly tokens: readonly string[] }): void {
  identities.add(identity);
}

/** A text without any of them. */
export function clean(text: string): string {
  return redactUrlsInText(current().text(text));
}

function current(): Redactor {
  const issued = [...identities].flatMap((identity) => identity.tokens);
  const count = tokens.size + others.size + issued.length;
  if (made?.count !== count)
    made = { redactor: createRedactor({ own: [...tokens, ...issued], hidden: [...others] }), count };
  return made.redactor;
}
