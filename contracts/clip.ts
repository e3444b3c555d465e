/** The beginning of a text, and how many characters (UTF-16 units) of it are left out. Splits no surrogate pair. */
export function clip(text: string, most: number): { readonly text: string; readonly left: number } {
  if (text.length <= most) return { text, left: 0 };
  const last = text.charCodeAt(most - 1);
  const end = last >= 0xd800 && last < 0xdc00 ? most - 1 : most;
  return { text: text.slice(0, end), left: text.length - end };
}
