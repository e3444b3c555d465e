/**
 * Characters that show nothing, or that change how their neighbours are shown. A plain space is seen well. The vowels
 * and finals of Hangul join the letter before them: a decomposed syllable would look like a composed one.
 */
const unseen = /[\p{Other}\p{Mark}\p{Separator}\p{Default_Ignorable_Code_Point}\u1160-\u11FF\uD7B0-\uD7FF]/u;

/** A part of a text: as it is, or spelled since it would not be seen. */
export interface Part {
  readonly text: string;
  readonly isSpelled: boolean;
}

/**
 * Takes a text apart so that everything in it can be seen. Invisible characters are spelled `\n` or `\u{202E}`, and so
 * are those that look like another one: the sign for kelvin is no letter K.
 */
export function visibleParts(text: string): Part[] {
  const parts: { text: string; readonly isSpelled: boolean }[] = [];
  for (const character of text) {
    const isSpelled = !isSeen(character);
    const shown = isSpelled ? spelled(character) : character;
    const last = parts.at(-1);
    if (last?.isSpelled === isSpelled) last.text += shown;
    else parts.push({ text: shown, isSpelled });
  }
  return parts;
}

/** The same as one text. */
export function visible(text: string): string {
  return visibleParts(text)
    .map((part) => part.text)
    .join('');
}

/** What Unicode takes for the same as another character is drawn as that one. */
function isSeen(character: string): boolean {
  if (character >= ' ' && character <= '~') return true;
  return !unseen.test(character) && character.normalize('NFC') === character;
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function spelled(character: string): string {
  return short[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}
