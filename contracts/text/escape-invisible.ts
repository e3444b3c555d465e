/**
 * Characters that show nothing, or that change how their neighbours are shown. A plain space is seen well. The vowels
 * and finals of Hangul join the letter before them: a decomposed syllable would look like a composed one.
 */
const invisible = /[\p{Other}\p{Mark}\p{Separator}\p{Default_Ignorable_Code_Point}\u1160-\u11FF\uD7B0-\uD7FF]/u;

/** A part of a text: as it is, or spelled since it would not be seen. */
export interface TextPart {
  readonly text: string;
  readonly isSpelled: boolean;
}

/**
 * Takes a text apart so that everything in it can be seen. Invisible characters are spelled `\n` or `\u{202E}`, and so
 * are those that look like another one: the sign for kelvin is no letter K.
 */
export function splitInvisible(text: string): TextPart[] {
  const parts: { text: string; readonly isSpelled: boolean }[] = [];
  for (const character of text) {
    const isSpelled = !isVisible(character);
    const shown = isSpelled ? escapeCharacter(character) : character;
    const last = parts.at(-1);
    if (last?.isSpelled === isSpelled) last.text += shown;
    else parts.push({ text: shown, isSpelled });
  }
  return parts;
}

/** The same as one text. */
export function escapeInvisible(text: string): string {
  return splitInvisible(text)
    .map((part) => part.text)
    .join('');
}

/** What Unicode takes for the same as another character is drawn as that one. */
function isVisible(character: string): boolean {
  if (character >= ' ' && character <= '~') return true;
  return !invisible.test(character) && character.normalize('NFC') === character;
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeCharacter(character: string): string {
  return shortEscapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}

/**
 * A text as one line of a terminal or of a CI log. Everything in it is visible, and no CI server takes any of it for a
 * command. GitHub reads `::error::` at the start of a line, after spaces too, and `##[error]` anywhere in it; Azure
 * reads `##vso[…]` there, and TeamCity `##teamcity[…]`. One character of each such sign is spelled.
 */
export function toLogLine(text: string): string {
  return escapeInvisible(text)
    .replace(/##(?=\w*\[)/g, '#\\u{23}')
    .replace(/^( *):(?=:)/, '$1\\u{3A}');
}
