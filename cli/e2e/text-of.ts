import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The text of a file that a run has left, decompressed where it is compressed. */
export function textOf(path: string): string {
  const bytes = readFileSync(path);
  return (/\.gz(\.part)?$/.test(path) ? gunzipSync(bytes) : bytes).toString();
}
