/** Memoizes a function by its object. The garbage collector removes the result together with the object. */
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

/** The maximum length of a small text, in characters. The result of a small text lives as long as the object. */
const maxSmallText = 100_000;

/**
 * Memoizes a function of an object with a text. The result of a large text needs much more memory than the text, so
 * only the last one stays, and only while there is memory. Consecutive large texts are mostly equal.
 */
export function memoizeByText<Key extends object, Value>(
  textOf: (key: Key) => string | undefined,
  work: (text: string | undefined) => Value,
): (key: Key) => Value {
  const once = memoizeByObject((key: Key) => work(textOf(key)));
  let large: WeakRef<{ readonly text: string; readonly value: Value }> | undefined;
  return (key) => {
    const text = textOf(key);
    if (text === undefined || text.length <= maxSmallText) return once(key);
    const last = large?.deref();
    if (last?.text === text) return last.value;
    const value = work(text);
    large = new WeakRef({ text, value });
    return value;
  };
}
