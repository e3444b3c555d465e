export type Style = 'red' | 'green' | 'yellow' | 'cyan' | 'magenta' | 'dim' | 'bold';

/** A piece of a line, and how it is to be shown. */
export interface Part {
  readonly text: string;
  readonly styles: readonly Style[];
}

/**
 * One line for the console. Colours stand beside the text and not in it: the console writes them, so that a text from
 * outside cannot bring colours of its own.
 */
export type Line = string | readonly Part[];

export function painted(text: string, ...styles: readonly Style[]): readonly Part[] {
  return [{ text, styles }];
}

/** Puts a line together from texts and painted parts, as a tag of a template. */
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
