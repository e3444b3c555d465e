import { variant } from '../variant';
import { writesJson } from '../writes-json';

/** Escapes what has a meaning in HTML, and the solidus, as Go and PHP do by default. */
export default variant('json-markup-escaped', {
  handle: writesJson((held) =>
    JSON.stringify(held).replaceAll('/', '\\/').replaceAll('<', '\\u003C').replaceAll('&', '\\u0026'),
  ),
});
