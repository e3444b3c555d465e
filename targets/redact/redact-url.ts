import { secretPlaceholder } from './redactor';

/**
 * Removes the user, the password and the query from a URL, or from a text that was given as one. All text before the last
 * @ may be a password: with a slash in it no parser accepts the URL.
 */
export function redactUrl(text: string): string {
  return text
    .replace(
      /^([a-z][a-z0-9+.-]*:\/*)?[\s\S]*@/i,
      (_, scheme: string | undefined) => `${scheme ?? ''}${secretPlaceholder}@`,
    )
    .replace(/\?[\s\S]*$/, '?…');
}

/** Removes users and passwords from all URLs in a text. */
export function redactUrlsInText(text: string): string {
  return text.replace(
    /\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/?#"'<>]*@/gi,
    (_, scheme: string) => `${scheme}${secretPlaceholder}@`,
  );
}

/** The password of a URL, or its user if there is no password: as written and unescaped. */
export function secretsInUrl(text: string): string[] {
  const ofUrl = URL.canParse(text) ? /^[a-z][a-z0-9+.-]*:\/\/([^/?#\\]*)@/i : /^[a-z][a-z0-9+.-]*:\/\/([\s\S]*)@/i;
  const userInfo = ofUrl.exec(text)?.[1];
  if (userInfo === undefined) return [];
  const colon = userInfo.indexOf(':');
  const [user, password] = colon < 0 ? [userInfo, ''] : [userInfo.slice(0, colon), userInfo.slice(colon + 1)];
  const secret = password === '' ? user : password;
  return [...new Set([secret, decodeUriOrKeep(secret)])].filter((each) => each !== '');
}

/** Decodes a text; a text with a malformed escape stays as it is. */
export function decodeUriOrKeep(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
