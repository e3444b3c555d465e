/**
 * The sources of the settings of the command. They are kept in this module, and not handed down: an error about a value
 * may come from anywhere, and names the flag.
 */
let sources: ReadonlyMap<string, string> = new Map();

export function rememberSources(given: ReadonlyMap<string, string>): void {
  sources = given;
}

/** The message of an error with the source of the value in place of the flag at its beginning. */
export function nameSource(message: string): string {
  const [, flag = '', rest = ''] = /^(--[a-z-]+)([\s\S]*)$/.exec(message) ?? [];
  const source = sources.get(flag);
  if (source === undefined || source === flag) return message;
  // Other words after the flag are the value.
  return `${source}${/^( (is|has|needs|cannot|and) |:)/.test(rest) ? '' : ':'}${rest}`;
}
