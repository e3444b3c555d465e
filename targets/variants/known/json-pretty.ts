import { variant } from '../variant';
import { writesJson } from '../writes-json';

/** Writes JSON over many lines, with a newline at the end. */
export default variant('json-pretty', {
  handle: writesJson((held) => `${JSON.stringify(held, null, 4)}\r\n`),
});
