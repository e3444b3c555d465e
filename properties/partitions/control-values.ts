import { controlCharacters, noncharacters } from '../characters';
import { limitsOf, type Within } from '../within';
import type { ValuePartition } from './legal-values';

/** Values with characters that the contract only asks to take. JSON must escape those below SPACE. */
export function controlValues(within: Within = {}): readonly ValuePartition[] {
  const { valueLength } = limitsOf(within);
  return [
    ...[...controlCharacters, ...noncharacters].map(({ name, character }) => ({ name, value: `a${character}b` })),
    { name: 'nothing but a NUL', value: '\u0000' },
    { name: 'a NUL at the start', value: '\u0000a' },
    { name: 'a NUL at the end', value: 'a\u0000' },
    { name: 'nothing but a newline', value: '\n' },
    { name: 'a newline at the end', value: 'a\n' },
    { name: 'a tab at the start', value: '\ta' },
    { name: 'a carriage return and a newline', value: 'a\r\nb' },
    { name: `${valueLength} newlines`, value: '\n'.repeat(valueLength) },
    { name: `${valueLength} NULs`, value: '\u0000'.repeat(valueLength) },
  ];
}
