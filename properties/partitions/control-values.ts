import { controlCharacters, noncharacters } from '../characters';
import type { ValuePartition } from './legal-values';

/** Values with characters that the contract only asks to take. JSON must escape those below SPACE. */
export const controlValues: readonly ValuePartition[] = [
  ...[...controlCharacters, ...noncharacters].map(({ name, character }) => ({ name, value: `a${character}b` })),
  { name: 'nothing but a NUL', value: '\u0000' },
  { name: 'a NUL at the start', value: '\u0000a' },
  { name: 'a NUL at the end', value: 'a\u0000' },
  { name: 'nothing but a newline', value: '\n' },
  { name: 'a newline at the end', value: 'a\n' },
  { name: 'a tab at the start', value: '\ta' },
  { name: 'a carriage return and a newline', value: 'a\r\nb' },
  { name: '255 newlines', value: '\n'.repeat(255) },
  { name: '255 NULs', value: '\u0000'.repeat(255) },
];
