/** The beginning of a text, and how many characters (UTF-16 units) of it are left out. Splits no surrogate pair. */
export function truncate(text: string, most: number): { readonly text: string; readonly left: number } {
  if (text.length <= most) return { text, left: 0 };
  const last = text.charCodeAt(most - 1);
  const end = last >= 0xd800 && last < 0xdc00 ? most - 1 : most;
  return { text: beginningOf(text, end), left: text.length - end };
}

/** Characters of a text whose beginning is copied. */
const large = 100_000;

/** V8 makes a slice that holds on to the whole text: what is clipped to save memory would save none. */
function beginningOf(text: string, end: number): string {
  const slice = text.slice(0, end);
  return text.length > large ? Buffer.from(slice, 'utf16le').toString('utf16le') : slice;
}
