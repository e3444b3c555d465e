/** A generated input in one line, invisible characters escaped, never longer than a screen. */
export function showInput(input: unknown): string {
  const text = (JSON.stringify(input) ?? String(input)).replace(
    /[^\x20-\x7E]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
  return text.length <= 400 ? text : `${text.slice(0, 380)}… (${text.length} characters)`;
}
