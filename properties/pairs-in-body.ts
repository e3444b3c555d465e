/** Below what targets are known to take in a body (BODY-12), in bytes. */
const body = 104_000;
/** Quotes, a colon and a comma. */
const between = 8;

/** How many pairs of a key and a value, so many bytes together, a body may surely hold: one at least. */
export function pairsInBody(bytes: number): number {
  return Math.max(1, Math.floor(body / (bytes + between)));
}
