export type Style = 'red' | 'green' | 'yellow' | 'cyan' | 'magenta' | 'dim' | 'bold';

/** A part of a line and its styles. */
export interface Part {
  readonly text: string;
  readonly styles: readonly Style[];
}

/**
 * One line for the console. Colours are separate from the text: the console writes them, so a text of the target cannot
 * bring its own.
 */
export type Line = string | readonly Part[];

export function painted(text: string, ...styles: readonly Style[]): readonly Part[] {
  return [{ text, styles }];
}

/** A template tag that joins texts and painted parts. */
export function line(texts: readonly string[], ...values: readonly Line[]): readonly Part[] {
  return texts.flatMap((text, place) => [...partsOf(text), ...partsOf(values[place] ?? '')]);
}

export function partsOf(from: Line): readonly Part[] {
  return typeof from === 'string' ? [{ text: from, styles: [] }] : from;
}

/** The text of a line without its colours. */
export function textOf(from: Line): string {
  return partsOf(from)
    .map(({ text }) => text)
    .join('');
}
