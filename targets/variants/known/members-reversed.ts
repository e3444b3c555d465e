import { variant } from '../variant';
import { writesJson } from '../writes-json';

/** Writes members in the reverse order. An object of JSON has none (RFC 8259, 4). */
export default variant('members-reversed', {
  handle: writesJson((held) => JSON.stringify(reversed(held))),
});

function reversed(held: unknown): unknown {
  if (typeof held !== 'object' || held === null || Array.isArray(held)) return held;
  return Object.fromEntries(
    Object.entries(held)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
}
