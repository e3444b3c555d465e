/**
 * Characters that are invisible or change the display of other characters. A plain space is not one of them. Vowels and
 * finals of Hangul are: they join the letter before them, so that a decomposed syllable looks like a composed one.
 */
const invisible = /[\p{Other}\p{Mark}\p{Separator}\p{Default_Ignorable_Code_Point}\u1160-\u11FF\uD7B0-\uD7FF]/u;

/** A part of a text: unchanged, or an escape of an invisible character. */
export interface TextPart {
  readonly text: string;
  readonly isSpelled: boolean;
}

/**
 * Splits a text into parts that are all visible. Invisible characters become `\n` or `\u{202E}`. So do characters that
 * look like another one, such as the Kelvin sign, which looks like K.
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

/** The visible parts as one text. */
export function escapeInvisible(text: string): string {
  return splitInvisible(text)
    .map((part) => part.text)
    .join('');
}

/** Most fonts draw a character like its canonical equivalent. */
function isVisible(character: string): boolean {
  if (character >= ' ' && character <= '~') return true;
  return !invisible.test(character) && character.normalize('NFC') === character;
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeCharacter(character: string): string {
  return shortEscapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}

/**
 * A text as one visible line of a terminal or of a CI log. One character of each CI command is escaped, so that no CI
 * server executes it: GitHub reads `::error::` at the start of a line, after spaces too, and `##[error]` anywhere in
 * it; Azure reads `##vso[…]` anywhere, and TeamCity `##teamcity[…]`.
 */
export function toLogLine(text: string): string {
  return escapeInvisible(text)
    .replace(/##(?=\w*\[)/g, '#\\u{23}')
    .replace(/^( *):(?=:)/, '$1\\u{3A}');
}
