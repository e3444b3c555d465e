/** The beginning of a text, and the number of UTF-16 code units left out. It splits no surrogate pair. */
export function truncate(text: string, most: number): { readonly text: string; readonly left: number } {
  if (text.length <= most) return { text, left: 0 };
  const last = text.charCodeAt(most - 1);
  const end = last >= 0xd800 && last < 0xdc00 ? most - 1 : most;
  return { text: beginningOf(text, end), left: text.length - end };
}

/** The length, in characters, from which the beginning is copied. */
const large = 100_000;

/** In V8 a slice refers to the whole text, so it would save no memory. */
function beginningOf(text: string, end: number): string {
  const slice = text.slice(0, end);
  return text.length > large ? Buffer.from(slice, 'utf16le').toString('utf16le') : slice;
}
