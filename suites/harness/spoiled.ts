import { type Metadata, sameMetadata } from '../../contracts/metadata';
import type { Server } from '../../targets/metadata-api';
import type { Tools } from './tools';

/** Stores texts, so many to a map, and finds the first character that does not come back. Undefined where all do. */
export async function spoiled(
  tools: Tools,
  server: Server,
  texts: readonly string[],
  perMap: number,
): Promise<string | undefined> {
  for (let from = 0; from < texts.length; from += perMap) {
    const some = texts.slice(from, from + perMap);
    if (await comeBack(tools, server, some)) continue;
    for (const text of some) {
      if (!(await comeBack(tools, server, [text]))) return narrowed(tools, server, [...text]);
    }
    // Together they do not come back, each alone does: that is not about a character.
    return some.join('');
  }
  return undefined;
}

/** Halves what fails until one character is left. */
async function narrowed(tools: Tools, server: Server, characters: readonly string[]): Promise<string> {
  if (characters.length === 1) return characters.join('');
  const half = Math.ceil(characters.length / 2);
  for (const part of [characters.slice(0, half), characters.slice(half)]) {
    if (!(await comeBack(tools, server, [part.join('')]))) return narrowed(tools, server, part);
  }
  return characters.join('');
}

async function comeBack({ replace, read }: Tools, server: Server, texts: readonly string[]): Promise<boolean> {
  const map: Metadata = Object.fromEntries(texts.map((text, index) => [`key${index}`, text]));
  await replace(server, map);
  return sameMetadata(await read(server), map);
}
