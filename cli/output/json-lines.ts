/** A value as lines of JSON for the console, which escapes invisible characters in its own way: JSON escapes come first. */
export function jsonLines(value: unknown): string[] {
  return JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) =>
      line.replace(/[^\x20-\x7e]|#(?=#)/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    );
}
