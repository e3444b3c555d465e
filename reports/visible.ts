/** Runs of characters that show nothing, or that change how their neighbours are shown. A plain space is seen well. */
const unseen =
  /(?:[\p{Other}\p{Mark}\p{Line_Separator}\p{Paragraph_Separator}\p{Default_Ignorable_Code_Point}]|(?! )\p{Space_Separator})+/gu;

/** A part of a text: as it is, or spelled since it would not be seen. */
export interface Part {
  readonly text: string;
  readonly isSpelled: boolean;
}

/** Takes a text apart so that everything in it can be seen; invisible characters are spelled `\n` or `\u{202E}`. */
export function visibleParts(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(unseen)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), isSpelled: false });
    parts.push({ text: Array.from(match[0], spelled).join(''), isSpelled: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isSpelled: false });
  return parts;
}

/** The same as one text. */
export function visible(text: string): string {
  return visibleParts(text)
    .map((part) => part.text)
    .join('');
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function spelled(character: string): string {
  return short[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}
