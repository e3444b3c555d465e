import { escapeInvisible } from '../../contracts/text/escape-invisible';
import { truncate } from '../../contracts/text/truncate';

/** The bundle is not a valid certificate. The message is one sentence. */
export class InvalidBundleError extends Error {
  override readonly name = 'InvalidBundleError';
}

/**
 * Rejects JSON in which an object has the same member name twice. Some readers use the first value and others the last,
 * and only one of the two was judged.
 *
 * @param json valid JSON.
 * @param what the subject of the error message, for example `the attestation`.
 * @throws {InvalidBundleError} for the first such member.
 */
export function rejectDuplicateNames(json: string, what: string): void {
  const name = findDuplicateName(json);
  if (name !== undefined)
    throw new InvalidBundleError(
      `${what} names "${escapeInvisible(truncate(name, maxNameLength).text)}" twice in one object`,
    );
}

const maxNameLength = 60;

function findDuplicateName(json: string): string | undefined {
  // The names in each open object; undefined for an array.
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '{') open.push(new Set());
    else if (character === '[') open.push(undefined);
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = endOfString(json, at);
      if (isName(json, end)) {
        const name = JSON.parse(json.slice(at, end)) as string;
        const names = open.at(-1);
        if (names?.has(name)) return name;
        names?.add(name);
      }
      at = end - 1;
    }
  }
  return undefined;
}

/** The index after the closing quote. */
function endOfString(json: string, from: number): number {
  for (let quote = json.indexOf('"', from + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (json[quote - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
  }
  return json.length;
}

/** True if a string is the name of a member: a colon follows it. */
function isName(json: string, end: number): boolean {
  let at = end;
  while (/\s/.test(json.charAt(at))) at += 1;
  return json[at] === ':';
}
