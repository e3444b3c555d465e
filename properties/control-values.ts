import fc, { type Arbitrary } from 'fast-check';
import { controlCharacters, noncharacters } from './characters';
import { plainCharacters } from './plain-characters';
import { withOne } from './with-one';

const odd = [...controlCharacters, ...noncharacters].map(({ character }) => character);

/** Values of 1 to 255 code points with control characters or noncharacters in them: the contract only asks to take them. */
export function controlValues(): Arbitrary<string> {
  const control = fc.constantFrom(...odd);
  return withOne(control, fc.oneof({ weight: 9, arbitrary: plainCharacters() }, { weight: 1, arbitrary: control }));
}
