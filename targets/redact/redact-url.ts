import { secretPlaceholder } from './redactor';

/**
 * A URL, or what was given for one, as a message tells it: without a user, a password and what a query holds. Everything
 * before the last @ may be a password: one with a slash in it makes a text that no parser takes for a URL.
 */
export function redactUrl(text: string): string {
  return text
    .replace(
      /^([a-z][a-z0-9+.-]*:\/*)?[\s\S]*@/i,
      (_, scheme: string | undefined) => `${scheme ?? ''}${secretPlaceholder}@`,
    )
    .replace(/\?[\s\S]*$/, '?…');
}

/** The users and passwords of every URL in a text. A URL may hold a token in place of either. */
export function redactUrlsInText(text: string): string {
  return text.replace(
    /\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/?#"'<>]*@/gi,
    (_, scheme: string) => `${scheme}${secretPlaceholder}@`,
  );
}

/** What of a URL is a secret, as it stands there and as it is meant. */
export function secretsInUrl(text: string): string[] {
  const ofUrl = URL.canParse(text) ? /^[a-z][a-z0-9+.-]*:\/\/([^/?#\\]*)@/i : /^[a-z][a-z0-9+.-]*:\/\/([\s\S]*)@/i;
  const held = ofUrl.exec(text)?.[1];
  if (held === undefined) return [];
  const colon = held.indexOf(':');
  const [user, password] = colon < 0 ? [held, ''] : [held.slice(0, colon), held.slice(colon + 1)];
  const secret = password === '' ? user : password;
  return [...new Set([secret, decodeUriOrKeep(secret)])].filter((each) => each !== '');
}

/** Without the escapes of URLs, where they are whole. */
export function decodeUriOrKeep(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
