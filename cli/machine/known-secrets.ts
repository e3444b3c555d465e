import { redactUrlsInText, secretsInUrl } from '../../targets/redact/redact-url';
import { createRedactor, type Redactor } from '../../targets/redact/redactor';

/**
 * Every secret that this process has come to know, from any source. They are kept here, and not handed down: an error may
 * come from anywhere, and the last handler must know what to leave out of its message.
 */
const tokens = new Set<string>();
const otherSecrets = new Set<string>();
const identities = new Set<{ readonly tokens: readonly string[] }>();

let cached: { readonly redactor: Redactor; readonly count: number } | undefined;

/** Settings, variables and members of a file whose value is a token or another secret. */
const tokenName = /token$/i;
const secretName = /(password|passwd|passcode|passphrase|secret|api_?key|credential)$/i;
/** Many write one without its scheme. */
const proxyName = /proxy$/i;

/** Adds what is secret in a value, by the name that it is given under; in a URL its user and password are. */
export function addSecret(name: string, value: unknown): void {
  if (typeof value !== 'string') return;
  if (tokenName.test(name)) tokens.add(value);
  else if (secretName.test(name)) otherSecrets.add(value);
  const isBareProxy = proxyName.test(name) && !value.includes('://');
  for (const secret of secretsInUrl(isBareProxy ? `http://${value}` : value)) otherSecrets.add(secret);
}

export function addSecrets(all: object): void {
  for (const [name, value] of Object.entries(all)) addSecret(name, value);
}

/** `--token T`, `--token=T`, and URLs anywhere. */
export function addArgumentSecrets(args: readonly string[]): void {
  for (const [place, text] of args.entries()) {
    const [, name = '', value] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(text) ?? [];
    addSecret(name, value ?? args[place + 1]);
    addSecret('', text);
  }
}

/** Also the tokens that it will get. */
export function addIdentity(identity: { readonly tokens: readonly string[] }): void {
  identities.add(identity);
}

/** A text without any of them. */
export function redactSecrets(text: string): string {
  return redactUrlsInText(currentRedactor().text(text));
}

function currentRedactor(): Redactor {
  const issued = [...identities].flatMap((identity) => identity.tokens);
  const count = tokens.size + otherSecrets.size + issued.length;
  if (cached?.count !== count)
    cached = { redactor: createRedactor({ own: [...tokens, ...issued], hidden: [...otherSecrets] }), count };
  return cached.redactor;
}
