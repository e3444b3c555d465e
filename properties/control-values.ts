import fc, { type Arbitrary } from 'fast-check';
import { controlCharacters, noncharacters } from './characters';
import { plainCharacters } from './plain-characters';
import { withOne } from './with-one';
import { limitsOf, type Within } from './within';

const odd = [...controlCharacters, ...noncharacters].map(({ character }) => character);

/** Values of a legal length with control characters or noncharacters in them: the contract only asks to take them. */
export function controlValues(within: Within = {}): Arbitrary<string> {
  const control = fc.constantFrom(...odd);
  const others = fc.oneof({ weight: 9, arbitrary: plainCharacters() }, { weight: 1, arbitrary: control });
  return withOne(control, others, limitsOf(within).valueLength);
}
