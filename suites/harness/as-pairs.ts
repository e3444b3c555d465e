import type { Metadata } from '../../contracts/metadata';
import { splitByLength } from '../../properties/cases/lengths';
import type { Tools } from './tools';

/** A text as the value of one pair, or where the limit is too low for it, in pieces as those of several. */
export function asPairs({ limits }: Pick<Tools, 'limits'>, text: string): Metadata {
  const pieces = splitByLength(text, limits.valueLength);
  return Object.fromEntries(pieces.map((piece, place) => [place === 0 ? 'one' : `one${place + 1}`, piece]));
}
