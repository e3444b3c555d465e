import type { ClauseId } from '../clauses';
import type { Metadata, Version } from '../metadata';
import type { VmState } from '../vm-states';
import type { Race } from './judge-race';
import type { Superseded } from './superseded';

/** What the run is told before its first exchange: who is examined, and with which quota. */
export interface Subject {
  readonly projectId: string;
  readonly otherProjectId?: string;
  /** The target has no project in its URIs; undefined where it has, as the page. */
  readonly isProjectless?: true;
  /** Pairs that a server may have, -1 for no limit, and how that is known. */
  readonly quota: { readonly limit: number; readonly source: 'declared' | 'asked' | 'probed' | 'assumed' };
  readonly servers: readonly SubjectServer[];
}

export interface SubjectServer {
  readonly id: string;
  readonly projectId: string;
  /** For a server whose vm_state cannot be read, as one that is deleted: what the user says it is in. */
  readonly declaredState?: VmState;
}

/** What a server may hold, and which reading of an open clause it would follow by holding it. */
export interface Candidate {
  readonly map: Metadata;
  readonly reading?: { readonly clause: ClauseId; readonly reading: string };
}

/** An accepted replace that no read has confirmed yet. */
export interface Replaced {
  readonly kind: 'replaced';
  readonly by: Version;
  readonly sent: Metadata;
  readonly before: Metadata | undefined;
  /** Whether `before` was seen, or only follows from what was answered. */
  readonly sure: boolean;
  /** The map of the answer, where it was not the one sent. */
  readonly claimed: Metadata | undefined;
  readonly traits: readonly ClauseId[];
  /** What the request had in it that the sources leave open. */
  readonly openings: readonly ClauseId[];
  /** The maps that the server was given or seen to hold before. */
  readonly past: readonly Metadata[];
  /** Whether its answer could be read. */
  readonly isAnswerReadable: boolean;
  /** The clause of the vm_state that it came in; where that was changing, of the one that was arrived in. */
  readonly stateClause: ClauseId | undefined;
  readonly arrivedIn?: ClauseId;
}

/** Something after which the map must still be what it was; otherwise it broke this clause. */
export interface Disturbed {
  readonly kind: 'disturbed';
  readonly clause: ClauseId;
  /** An empty map shows it too: the request carried pairs, none of which is there. */
  readonly showsOnEmpty?: true;
}

/** A replace without a clean answer, 5xx or none: it may have been carried out, in part, or not at all. */
export interface Uncertain {
  readonly kind: 'uncertain';
  /** The clauses that its answer violated; none where the answer is not the target's doing. */
  readonly clauses: readonly ClauseId[];
}

export type Event = Replaced | Disturbed | Uncertain;

/** A server's metadata as one version of the API should show it. */
export interface View {
  /** What it may hold; undefined where nothing is known. */
  readonly candidates: readonly Candidate[] | undefined;
  /** What has happened since the view was last read. */
  readonly events: readonly Event[];
  /**
   * Reads in a row that showed no map, since one did in this vm_state; undefined where none did. One failed read may be
   * a fault of the moment, two are not.
   */
  readonly failedReads: number | undefined;
}

/**
 * Whether a server is locked. `unknown` where a lock or an unlock had no clear answer, and `unnoticed` where a replace has
 * been taken since then: if there is a lock, it stands in the way of none.
 */
export type Locked = boolean | 'unknown' | 'unnoticed';

/** A replace that nobody answered. */
export interface Lost {
  readonly map: Metadata;
  /** Milliseconds of the run. */
  readonly at: number;
}

export interface Known {
  readonly projectId: string;
  readonly vmState: VmState | undefined;
  /** Whether an action was sent since its vm_state was seen: whatever comes then comes while that changes. */
  readonly isChanging: boolean;
  /** Whether a replace was sent since its vm_state was seen. */
  readonly isAsked: boolean;
  /** The vm_states that it left although nothing but replaces was asked of it: once, somebody else may have seen to it. */
  readonly unasked: readonly VmState[];
  readonly locked: Locked;
  /** `version vm_state` where the last request without any peculiarity was refused. */
  readonly refusesOrdinary: readonly string[];
  readonly views: Readonly<Record<Version, View>>;
  /** The map of the last replace that was accepted, unless something else has changed it since. */
  readonly accepted: Metadata | undefined;
  /** The maps that it was given or seen to hold, the last one first. */
  readonly past: readonly Metadata[];
  /** The maps of replaces that nobody answered, and when they were sent: each may still be carried out. */
  readonly unanswered: readonly Lost[];
  /** What the last replace was seen to put out of use; undefined where that is not known. */
  readonly superseded: Superseded | undefined;
  /** Requests that met, until a read shows what they left behind. */
  readonly race: Race | undefined;
  /** The last `updated` time seen, and when the first replace after it was accepted (milliseconds of the run). */
  readonly updated: { readonly value: string; readonly at: number; readonly replacedAt?: number } | undefined;
}

/** What is known of the target at one moment of a run. Never changed in place. */
export interface State {
  readonly subject: Subject;
  readonly servers: ReadonlyMap<string, Known>;
  /**
   * The versions under which a replace was seen to change what a server shows. A target that always shows the same map
   * satisfies no clause by showing it once more.
   */
  readonly stores: ReadonlySet<Version>;
  /** Requests without any peculiarity that were taken, the last ones first. */
  readonly plainlyTaken: readonly PlainlyTaken[];
}

export interface PlainlyTaken {
  /** The version and the vm_state. */
  readonly key: string;
  readonly map: Metadata;
}

const unseen: View = { candidates: undefined, events: [], failedReads: undefined };

export function initialState(subject: Subject): State {
  const servers = subject.servers.map(({ id, projectId, declaredState }): [string, Known] => [
    id,
    {
      projectId,
      vmState: declaredState,
      isChanging: false,
      isAsked: false,
      unasked: [],
      locked: false,
      refusesOrdinary: [],
      views: { v2: unseen, 'v2.1': unseen },
      accepted: undefined,
      past: [],
      unanswered: [],
      superseded: undefined,
      race: undefined,
      updated: undefined,
    },
  ]);
  return { subject, servers: new Map(servers), stores: new Set(), plainlyTaken: [] };
}

/** The same once the run has found out how many pairs a server may have. */
export function withQuota(state: State, quota: Subject['quota']): State {
  return { ...state, subject: { ...state.subject, quota } };
}

/** The one map that a view must hold, where there is only one. */
export function certain(view: View): Metadata | undefined {
  return view.candidates?.length === 1 ? view.candidates[0]?.map : undefined;
}

export function ordinaryKey(version: Version, known: Known): string {
  return `${version} ${known.vmState ?? 'unknown'}`;
}
