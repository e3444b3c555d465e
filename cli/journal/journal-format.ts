import { createHash } from 'node:crypto';
import { asObject } from '../../contracts/http/json';
import { versions } from '../../contracts/metadata';
import { isVmState } from '../../contracts/vm-states';
import type { ServerSnapshot } from '../../targets/snapshot/server-snapshot';

/** The target and the projects that a journal belongs to. A journal never holds a token. */
export interface JournalSubject {
  readonly target: string;
  readonly projectId: string;
  readonly otherProjectId?: string;
  /** The URIs of the target have the project in them, as in the page. */
  readonly hasProject?: boolean;
}

/** The first line. It names the server of each line that follows, in order; created servers come first. */
export interface JournalHead extends JournalSubject {
  readonly kind: 'journal';
  readonly format: string;
  /** Names of the servers that the run creates. */
  readonly made: readonly string[];
  /** Ids of the servers of the user that the run changes. */
  readonly changed: readonly string[];
}

export type JournalEntry =
  | ({ readonly kind: 'held' } & ServerSnapshot)
  /** A server that the run creates; its id once it is known. */
  | { readonly kind: 'making'; readonly name: string; readonly id?: string };

/** The content of a journal. */
export interface JournalContent {
  /** Undefined when the first line is damaged. */
  readonly subject: JournalSubject | undefined;
  readonly held: readonly ServerSnapshot[];
  /** Names of the servers that the run has created or requested, and their ids if known. */
  readonly made: ReadonlyMap<string, string | undefined>;
  /** One sentence for each damaged line, and for each server whose entry is lost. */
  readonly damage: readonly string[];
}

type Json = Readonly<Record<string, unknown>> | undefined;

/** An entry of a journal; undefined for any other JSON. */
export function parseEntry(json: Json): JournalEntry | undefined {
  return json !== undefined && (isMaking(json) || isHeld(json)) ? (json as JournalEntry) : undefined;
}

/** The head of a journal of any format; undefined for any other JSON. */
export function parseSubject(json: Json): (JournalSubject & { readonly format: string }) | undefined {
  if (json?.kind !== 'journal') return undefined;
  const { format, target, projectId } = json;
  const isOne = typeof format === 'string' && typeof target === 'string' && typeof projectId === 'string';
  return isOne ? (json as unknown as ReturnType<typeof parseSubject>) : undefined;
}

function isMaking({ kind, name, id }: NonNullable<Json>): boolean {
  return kind === 'making' && typeof name === 'string' && (id === undefined || typeof id === 'string');
}

function isHeld({ kind, server, version, vmState, metadata }: NonNullable<Json>): boolean {
  if (kind !== 'held' || !versions.some((each) => each === version) || !isVmState(vmState)) return false;
  const { id, projectId, as } = asObject(server) ?? {};
  const isServer = typeof id === 'string' && typeof projectId === 'string' && (as === 'own' || as === 'other');
  return isServer && asObject(metadata) !== undefined;
}

export const journalFormat = 'ecs-metadata-conformance/journal/2';

/**
 * A whole journal, as JSON Lines. Each line has its number, with the head as 0, and a digest of the rest of the line: so
 * damage is found line by line.
 */
export function formatJournal(
  subject: JournalSubject,
  made: ReadonlyMap<string, string | undefined>,
  held: readonly ServerSnapshot[],
): string {
  const head: JournalHead = {
    kind: 'journal',
    format: journalFormat,
    ...subject,
    made: [...made.keys()],
    changed: held.map(({ server }) => server.id),
  };
  const making = [...made].map(([name, id]): JournalEntry => {
    return { kind: 'making', name, ...(id === undefined ? {} : { id }) };
  });
  const entries: readonly JournalEntry[] = [...making, ...held.map((each) => ({ kind: 'held' as const, ...each }))];
  return [head, ...entries].map(formatLine).join('');
}

function formatLine(content: JournalHead | JournalEntry, number: number): string {
  const rest = `"number":${number},${JSON.stringify(content).slice(1)}`;
  return `{"digest":"${digestOf(Buffer.from(rest))}",${rest}\n`;
}

export interface NumberedLine {
  readonly number: number;
  /** Not validated yet: the digest shows only that the line is as written. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** Reads a line without its line break; undefined when it is damaged. */
export function parseLine(bytes: Buffer): NumberedLine | undefined {
  const [, digest, rest = ''] = /^\{"digest":"([0-9a-f]{16})",(.*)$/s.exec(bytes.toString('latin1')) ?? [];
  if (digest === undefined || digestOf(Buffer.from(rest, 'latin1')) !== digest) return undefined;
  const { digest: _, number, ...content } = JSON.parse(bytes.toString('utf8'));
  return { number, content };
}

/** It detects accidents, not attacks: 64 bits are enough. */
function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** The lines of a file without line breaks. */
export interface Lines {
  readonly all: readonly Buffer[];
  /** The last line has its line break. */
  readonly endsWithNewline: boolean;
}

export function splitLines(bytes: Buffer): Lines {
  // One character per byte: in UTF-8 a line break is never part of another character.
  const parts = bytes.toString('latin1').split('\n');
  const areWhole = parts.at(-1) === '';
  const all = areWhole ? parts.slice(0, -1) : parts;
  return { all: all.map((part) => Buffer.from(part, 'latin1')), endsWithNewline: areWhole };
}
