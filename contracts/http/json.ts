/** The members of a JSON object, or undefined for any other value. */
export function asObject(json: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
    ? (json as Readonly<Record<string, unknown>>)
    : undefined;
}

/**
 * Limits of the JSON that is parsed. Functions that compare or write a value are recursive and overflow the stack at
 * about 1,500 levels; a response of this API has four. An object with many members needs twenty times the memory of its
 * text.
 */
const jsonBounds = { depth: 200, values: 250_000 };

const [quote, backslash, comma, openArray, closeArray, openObject, closeObject] = [...'"\\,[]{}'].map((character) =>
  character.charCodeAt(0),
);

/** True if a JSON text exceeds the limits. The text is not parsed. */
export function exceedsJsonBounds(text: string): boolean {
  // Each level needs two characters. Only objects and arrays have levels.
  if (text.length <= 2 * jsonBounds.depth || !/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  let values = 0;
  for (let place = 0; place < text.length; place += 1) {
    switch (text.charCodeAt(place)) {
      case quote:
        place = endOfString(text, place);
        break;
      case openArray:
      case openObject:
        depth += 1;
        values += 1;
        break;
      case closeArray:
      case closeObject:
        depth -= 1;
        break;
      case comma:
        values += 1;
        break;
    }
    if (depth > jsonBounds.depth || values > jsonBounds.values) return true;
  }
  return false;
}

/** The index of the quotation mark that ends the string that starts at this index. */
function endOfString(text: string, begin: number): number {
  let place = begin + 1;
  for (; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === quote) break;
    if (code === backslash) place += 1;
  }
  return place;
}
