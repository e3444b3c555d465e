import { variant } from '../variant';
import { writesJson } from '../writes-json';

/** Escapes everything beyond ASCII, as Python does by default. */
export default variant('json-ascii', {
  handle: writesJson((held) => JSON.stringify(held).replace(/[^\p{ASCII}]/gu, escaped)),
});

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
