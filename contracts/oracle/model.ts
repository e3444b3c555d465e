import type { ClauseId } from '../clauses';
import { type Exchange, jsonOf } from '../http/exchange';
import { parseMetadataBody } from '../http/parse-response';
import { type Metadata, sameMetadata, type Version } from '../metadata';
import type { VmState } from '../vm-states';

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
export interface PossibleMap {
  readonly map: Metadata;
  readonly reading?: { readonly clause: ClauseId; readonly reading: string };
}

/** An accepted replace that no read has confirmed yet. */
export interface AcceptedReplace {
  readonly kind: 'replaced';
  readonly by: Version;
  readonly sent: Metadata;
  readonly before: Metadata | undefined;
  /** Whether `before` was seen, or only follows from what was answered. */
  readonly wasRead: boolean;
  /** The map of the answer, where it was not the one sent. */
  readonly answeredMap: Metadata | undefined;
  readonly features: readonly ClauseId[];
  /** What the request had in it that the sources leave open. */
  readonly openQuestions: readonly ClauseId[];
  /** The maps that the server was given or seen to hold before. */
  readonly earlierMaps: readonly Metadata[];
  /** Whether its answer could be read. */
  readonly isAnswerReadable: boolean;
  /** The clause of the vm_state that it came in; where that was changing, of the one that was arrived in. */
  readonly stateClause: ClauseId | undefined;
  readonly stateOnArrival?: ClauseId;
}

/** Something after which the map must still be what it was; otherwise it broke this clause. */
export interface MustNotChange {
  readonly kind: 'must not change';
  readonly clause: ClauseId;
  /** An empty map shows it too: the request carried pairs, none of which is there. */
  readonly showsOnEmpty?: true;
}

/** A replace without a clean answer, 5xx or none: it may have been carried out, in part, or not at all. */
export interface UncertainReplace {
  readonly kind: 'uncertain';
  /** The clauses that its answer violated; none where the answer is not the target's doing. */
  readonly clauses: readonly ClauseId[];
}

export type ViewEvent = AcceptedReplace | MustNotChange | UncertainReplace;

/** A server's metadata as one version of the API should show it. */
export interface VersionView {
  /** What it may hold; undefined where nothing is known. */
  readonly possibleMaps: readonly PossibleMap[] | undefined;
  /** What has happened since the view was last read. */
  readonly events: readonly ViewEvent[];
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
interface UnansweredReplace {
  readonly map: Metadata;
  /** Milliseconds of the run. */
  readonly at: number;
}

/** Requests to one server that met, and what it held before them, as far as that is known. */
export interface Race {
  readonly number: number;
  readonly before: Metadata | undefined;
  readonly exchanges: readonly Exchange[];
}

/** What the last replace of a server has put out of use, and by what. */
export interface RemovedPairs {
  /** Pairs that were there before, but for those that are there again as they were. */
  readonly before: Metadata;
  readonly sent: Metadata;
}

export interface ServerModel {
  readonly projectId: string;
  readonly vmState: VmState | undefined;
  /** Whether an action was sent since its vm_state was seen: whatever comes then comes while that changes. */
  readonly isChanging: boolean;
  /** Whether a replace was sent since its vm_state was seen. */
  readonly replaceSince: boolean;
  /** The vm_states that it left although nothing but replaces was asked of it: once, somebody else may have seen to it. */
  readonly unrequestedStateChanges: readonly VmState[];
  readonly locked: Locked;
  /** `version vm_state` where the last request without any peculiarity was refused. */
  readonly rejectsPlainRequests: readonly string[];
  readonly views: Readonly<Record<Version, VersionView>>;
  /** The map of the last replace that was accepted, unless something else has changed it since. */
  readonly accepted: Metadata | undefined;
  /** The maps that it was given or seen to hold, the last one first. */
  readonly earlierMaps: readonly Metadata[];
  /** The maps of replaces that nobody answered, and when they were sent: each may still be carried out. */
  readonly unanswered: readonly UnansweredReplace[];
  /** What the last replace was seen to put out of use; undefined where that is not known. */
  readonly removedPairs: RemovedPairs | undefined;
  /** Requests that met, until a read shows what they left behind. */
  readonly race: Race | undefined;
  /** The last `updated` time seen, and when the first replace after it was accepted (milliseconds of the run). */
  readonly updated: { readonly value: string; readonly at: number; readonly replacedAt?: number } | undefined;
}

/** What is known of the target at one moment of a run. Never changed in place. */
export interface TargetModel {
  readonly subject: Subject;
  readonly servers: ReadonlyMap<string, ServerModel>;
  /**
   * The versions under which a replace was seen to change what a server shows. A target that always shows the same map
   * satisfies no clause by showing it once more.
   */
  readonly storingVersions: ReadonlySet<Version>;
  /** Requests without any peculiarity that were taken, the last ones first. */
  readonly acceptedRequests: readonly AcceptedRequest[];
}

export interface AcceptedRequest {
  /** The version and the vm_state. */
  readonly key: string;
  readonly map: Metadata;
}

const unreadView: VersionView = { possibleMaps: undefined, events: [], failedReads: undefined };

export function initialModel(subject: Subject): TargetModel {
  const servers = subject.servers.map(({ id, projectId, declaredState }): [string, ServerModel] => [
    id,
    {
      projectId,
      vmState: declaredState,
      isChanging: false,
      replaceSince: false,
      unrequestedStateChanges: [],
      locked: false,
      rejectsPlainRequests: [],
      views: { v2: unreadView, 'v2.1': unreadView },
      accepted: undefined,
      earlierMaps: [],
      unanswered: [],
      removedPairs: undefined,
      race: undefined,
      updated: undefined,
    },
  ]);
  return { subject, servers: new Map(servers), storingVersions: new Set(), acceptedRequests: [] };
}

/** The same once the run has found out how many pairs a server may have. */
export function withQuota(state: TargetModel, quota: Subject['quota']): TargetModel {
  return { ...state, subject: { ...state.subject, quota } };
}

/** The one map that a view must hold, where there is only one. */
export function knownMap(view: VersionView): Metadata | undefined {
  return view.possibleMaps?.length === 1 ? view.possibleMaps[0]?.map : undefined;
}

export function plainRequestKey(version: Version, known: ServerModel): string {
  return `${version} ${known.vmState ?? 'unknown'}`;
}

export function mapViews(known: ServerModel, change: (view: VersionView) => VersionView): ServerModel {
  return { ...known, views: { v2: change(known.views.v2), 'v2.1': change(known.views['v2.1']) } };
}

/** Milliseconds for which a request that nobody answered may wait, somewhere on its way, before it is carried out. */
const longestWait = 60_000;

/** The replaces that may still be carried out, with one that nobody answered. */
export function withUnansweredReplace(
  lost: readonly UnansweredReplace[],
  { request, at }: Exchange,
): readonly UnansweredReplace[] {
  const map = parseMetadataBody(jsonOf(request.body))?.metadata;
  const open = lost.filter((each) => at - each.at <= longestWait);
  return map === undefined ? open : [...open, { map, at }];
}

/** Whether a server shows what a replace has sent that nobody answered. */
export function isDelayedEffect(lost: readonly UnansweredReplace[], seen: Metadata, at: number): boolean {
  return lost.some((each) => at - each.at <= longestWait && sameMetadata(each.map, seen));
}
