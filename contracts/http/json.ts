/** A JSON value as a map of members, or undefined where it is none. */
export function asObject(json: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
    ? (json as Readonly<Record<string, unknown>>)
    : undefined;
}

/**
 * What is read of JSON. Comparing, writing and showing a value recurse into it, and overflow the stack at some 1,500
 * levels; an answer of this API has four. An object of many members takes twenty times the room of its text.
 */
const jsonBounds = { depth: 200, values: 250_000 };

const [quote, backslash, comma, openArray, closeArray, openObject, closeObject] = [...'"\\,[]{}'].map((character) =>
  character.charCodeAt(0),
);

/** Whether a text, if it is JSON, is nested deeper or holds more values than is read. Parses nothing. */
export function exceedsJsonBounds(text: string): boolean {
  // Each level takes two characters. What does not begin as an object or an array nests nothing.
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

/** The place of the quotation mark that ends the string which begins here. */
function endOfString(text: string, begin: number): number {
  let place = begin + 1;
  for (; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === quote) break;
    if (code === backslash) place += 1;
  }
  return place;
}
