import { asObject } from '../contracts/http/json';
import { versions } from '../contracts/metadata';
import { isVmState } from '../contracts/vm-states';
import type { ServerSnapshot } from '../targets/snapshot/server-snapshot';

/** The target and the projects that a journal belongs to. A journal never holds a token. */
export interface JournalSubject {
  readonly target: string;
  readonly projectId: string;
  readonly otherProjectId?: string;
  /** Whether the URIs of the target name the project, as those of the page. */
  readonly hasProject?: boolean;
}

/** The first line. It names the server of each line that follows, in their order: those made for the run come first. */
export interface JournalHead extends JournalSubject {
  readonly kind: 'journal';
  readonly format: string;
  /** Names of the servers that the run makes. */
  readonly made: readonly string[];
  /** Ids of the servers of the user that the run changes. */
  readonly changed: readonly string[];
}

export type JournalEntry =
  | ({ readonly kind: 'held' } & ServerSnapshot)
  /** A server that the run makes; its id once that is known. */
  | { readonly kind: 'making'; readonly name: string; readonly id?: string };

/** The content of a journal. */
export interface ReadJournal {
  /** Undefined where that line is damaged. */
  readonly subject: JournalSubject | undefined;
  readonly held: readonly ServerSnapshot[];
  /** Names of the servers that it made or was about to make, and their ids where they are known. */
  readonly made: ReadonlyMap<string, string | undefined>;
  /** A sentence for each thing that is not as it was written, and each server of which nothing is known. */
  readonly damage: readonly string[];
}

type Json = Readonly<Record<string, unknown>> | undefined;

/** An entry of a journal, or undefined for what is none. */
export function entryOf(json: Json): JournalEntry | undefined {
  return json !== undefined && (isMaking(json) || isHeld(json)) ? (json as JournalEntry) : undefined;
}

/** The head of a journal of any format, or undefined for what is none. */
export function subjectOf(json: Json): (JournalSubject & { readonly format: string }) | undefined {
  if (json?.kind !== 'journal') return undefined;
  const { format, target, projectId } = json;
  const isOne = typeof format === 'string' && typeof target === 'string' && typeof projectId === 'string';
  return isOne ? (json as unknown as ReturnType<typeof subjectOf>) : undefined;
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
