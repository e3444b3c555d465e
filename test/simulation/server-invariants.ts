import { constants, gunzipSync } from 'node:zlib';
import type { MemoryFiles } from '../../cli/machine/testing/memory-files';
import { alteredTokens } from '../../contracts/http/placeholders';
import { type Metadata, sameMetadata } from '../../contracts/metadata';
import type { ServerRecord } from '../../targets/embedded/store';

export type ServerBefore = Pick<ServerRecord, 'metadata' | 'vmState'>;

/** All that is left when no request is under way any more. */
export interface Leftovers {
  readonly servers: ReadonlyMap<string, ServerRecord>;
  /** By server id, before the run. */
  readonly before: ReadonlyMap<string, ServerBefore>;
  /** Servers that others have changed. */
  readonly touched: ReadonlySet<string>;
  /** Standard error of all processes. */
  readonly errorOutput: string;
  readonly hasJournal: boolean;
}

/** Servers that differ from before the run, or were made for it, without a word to the user: one sentence each. */
export function brokenByServers(left: Leftovers): string[] {
  const { servers, before, touched } = left;
  const changed = [...before].flatMap(([id, { metadata, vmState }]) => {
    const now = servers.get(id);
    const isSame = now !== undefined && sameMetadata(now.metadata, metadata) && now.vmState === vmState && !now.locked;
    if (touched.has(id) || isSame || isReported(left, id)) return [];
    const words = `${now?.vmState}${now?.locked ? ', locked' : ''} ${truncate(now?.metadata)}`;
    return [`server ${id} is not as it was (${vmState} ${truncate(metadata)}), and nobody was told: ${words}`];
  });
  const made = [...servers.values()].filter(({ id, vmState }) => !before.has(id) && vmState !== 'deleted');
  const leftOver = made.filter(({ id, name }) => !isReported(left, name) && !isReported(left, id));
  return [...changed, ...leftOver.map(({ name }) => `server ${name} was made, is left over, and nobody was told`)];
}

/** The user was told, and the journal still has the server. */
function isReported({ errorOutput, hasJournal }: Leftovers, server: string): boolean {
  const lines = errorOutput.split('\n');
  return hasJournal && lines.some((line) => line.startsWith('NOT RESTORED') && line.includes(server));
}

function truncate(map: Metadata | undefined): string {
  return (JSON.stringify(map) ?? 'nothing').slice(0, 120);
}

/** Finds a token, also one that a check altered, in an output or a file. */
export function holdsSecret(
  tokens: readonly [own: string, other: string],
  outputs: string[],
  disk: MemoryFiles,
): boolean {
  const altered = Object.values(alteredTokens).flatMap(({ of }) => of(tokens[0]) ?? []);
  const encodings = ['utf8', 'base64', 'base64url', 'hex'] as const;
  const encoded = [...tokens, ...altered].flatMap((secret) =>
    encodings.map((encoding) => Buffer.from(secret).toString(encoding)),
  );
  const files = disk.paths.map((path) => {
    const content = disk.read(path);
    return /\.gz(\.part)?$/.test(path) ? unpacked(content) : content.toString('latin1');
  });
  return [...outputs, ...files].some((text) => encoded.some((secret) => text.includes(secret)));
}

/** Also of a file that was cut off or damaged by a crash. */
function unpacked(content: Buffer): string {
  try {
    return gunzipSync(content, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
  } catch {
    return '';
  }
}
