/**
 * The metadata of one server: keys and values, both text.
 *
 * A key may be any name, `__proto__` included. Write such a key as a computed member, `{ ['__proto__']: 'x' }`, and
 * look members up with `Object.hasOwn`: as a literal member, JavaScript would set the prototype instead.
 */
export type Metadata = Readonly<Record<string, string>>;

/** The two URIs of the page differ only in this part of the path. */
export const versions = ['v2', 'v2.1'] as const;

export type Version = (typeof versions)[number];
