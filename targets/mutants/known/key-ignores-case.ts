import { mutant } from '../mutant';

/** Holds `Foo` and `foo` for one key. The fault of a case-insensitive collation. */
export default mutant('key-ignores-case', {
  killedBy: ['KEY-08'],
  replace: (_old, sent) => {
    const byLower = new Map(Object.entries(sent).map(([key, value]) => [key.toLowerCase(), [key, value] as const]));
    return Object.fromEntries(byLower.values());
  },
});
