/** The same work, done once for each object; what it gives is let go with the object. */
export function memoizeByObject<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = work(key);
    known.set(key, { value });
    return value;
  };
}

/** Characters of a text for which the same work is remembered as long as the text is there. */
const longestHeldText = 100_000;

/**
 * The same for what holds a text. What is made of a large text takes many times its room, and evidence may be kept for
 * long: it is let go once another large text comes, or memory is needed. Most that come one after the other are the same.
 */
export function memoizeByText<Key extends object, Value>(
  textOf: (key: Key) => string | undefined,
  work: (text: string | undefined) => Value,
): (key: Key) => Value {
  const once = memoizeByObject((key: Key) => work(textOf(key)));
  let large: WeakRef<{ readonly text: string; readonly value: Value }> | undefined;
  return (key) => {
    const text = textOf(key);
    if (text === undefined || text.length <= longestHeldText) return once(key);
    const last = large?.deref();
    if (last?.text === text) return last.value;
    const value = work(text);
    large = new WeakRef({ text, value });
    return value;
  };
}
