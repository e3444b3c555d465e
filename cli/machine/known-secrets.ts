import { redactUrlsInText, secretsInUrl } from '../../targets/redact/redact-url';
import { createRedactor, type Redactor } from '../../targets/redact/redactor';

/**
 * Every secret of this process. They are kept in this module, and not handed down: an error may come from anywhere, and
 * its message must not show them.
 */
const tokens = new Set<string>();
const otherSecrets = new Set<string>();
const identities = new Set<{ readonly tokens: readonly string[] }>();

let cached: { readonly redactor: Redactor; readonly count: number } | undefined;

/** Names of settings, variables and members with a token or another secret as the value. */
const tokenName = /token$/i;
const secretName = /(password|passwd|passcode|passphrase|secret|api_?key|credential)$/i;
/** A proxy is often given without a scheme. */
const proxyName = /proxy$/i;

/** Adds the secrets of a value: by its name, and the user and the password of a URL. */
function addSecret(name: string, value: unknown): void {
  if (typeof value !== 'string') return;
  if (tokenName.test(name)) tokens.add(value);
  else if (secretName.test(name)) otherSecrets.add(value);
  const isBareProxy = proxyName.test(name) && !value.includes('://');
  for (const secret of secretsInUrl(isBareProxy ? `http://${value}` : value)) otherSecrets.add(secret);
}

export function addSecrets(all: object): void {
  for (const [name, value] of Object.entries(all)) addSecret(name, value);
}

/** Adds `--token T`, `--token=T`, and the secrets of every URL. */
export function addArgumentSecrets(args: readonly string[]): void {
  for (const [place, text] of args.entries()) {
    const [, name = '', value] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(text) ?? [];
    addSecret(name, value ?? args[place + 1]);
    addSecret('', text);
  }
}

/** Includes tokens that are issued later. */
export function addIdentity(identity: { readonly tokens: readonly string[] }): void {
  identities.add(identity);
}

/** Removes all secrets from a text. */
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
