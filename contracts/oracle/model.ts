import { type Exchange, jsonOf } from '../http/exchange';
import { parseMetadataBody } from '../http/parse-response';
import type { Route } from '../http/route';
import { type Metadata, sameMetadata, type Version } from '../metadata';
import type { VmState } from '../vm-states';
import type { VersionView } from './version-view';

/** The facts before the first exchange of a run: projects, servers and quota of the target. */
export interface Subject {
  readonly projectId: string;
  readonly otherProjectId?: string;
  /** The target has no project in its URIs, unlike the page. */
  readonly isProjectless?: true;
  /** The number of pairs that a server may have (-1: no limit), and the source of this number. */
  readonly quota: { readonly limit: number; readonly source: 'declared' | 'asked' | 'probed' | 'assumed' };
  readonly servers: readonly SubjectServer[];
}

export interface SubjectServer {
  readonly id: string;
  readonly projectId: string;
  /** The vm_state by the user, for a server that cannot be read, for example a deleted one. */
  readonly declaredState?: VmState;
}

/**
 * True for a locked server. `unknown`: the response to a lock or unlock was not clear. `unnoticed`: the same, but a
 * replace was accepted since then, so a lock does not matter.
 */
export type Locked = boolean | 'unknown' | 'unnoticed';

/** A replace without a response. */
interface UnansweredReplace {
  readonly map: Metadata;
  /** Milliseconds since the start of the run. */
  readonly at: number;
}

/** Concurrent requests to one server, and its map before them if that is known. */
export interface Race {
  readonly number: number;
  readonly before: Metadata | undefined;
  readonly exchanges: readonly Exchange[];
}

/** The pairs that the last replace of a server removed or changed. */
export interface RemovedPairs {
  /** The pairs before the replace, without those that it did not change. */
  readonly before: Metadata;
  readonly sent: Metadata;
}

export interface ServerModel {
  readonly projectId: string;
  readonly vmState: VmState | undefined;
  /** True if an action was sent since its vm_state was read: the vm_state may be changing. */
  readonly isChanging: boolean;
  /** True if a replace was sent since its vm_state was read. */
  readonly replaceSince: boolean;
  /** The vm_states that it left although the run sent only replaces. One change may come from another client. */
  readonly unrequestedStateChanges: readonly VmState[];
  readonly locked: Locked;
  /** The keys (`version vm_state`) for which the last plain request was rejected. */
  readonly rejectsPlainRequests: readonly string[];
  readonly views: Readonly<Record<Version, VersionView>>;
  /** The map of the last accepted replace, unless another request changed it since. */
  readonly accepted: Metadata | undefined;
  /** The maps that it had or was sent, the newest first. */
  readonly earlierMaps: readonly Metadata[];
  /** Replaces without a response. Each may still take effect. */
  readonly unanswered: readonly UnansweredReplace[];
  /** Undefined if it is not known. */
  readonly removedPairs: RemovedPairs | undefined;
  /** The last race, until a read shows its result. */
  readonly race: Race | undefined;
  /** The last `updated` time, when it was read, and the first accepted replace after it (milliseconds of the run). */
  readonly updated: { readonly value: string; readonly at: number; readonly replacedAt?: number } | undefined;
}

/** The knowledge of the target at one moment of a run. Immutable. */
export interface TargetModel {
  readonly subject: Subject;
  readonly servers: ReadonlyMap<string, ServerModel>;
  /**
   * The versions under which a replace visibly changed a map. Otherwise a read shows no clause as satisfied: the target
   * may always show the same map.
   */
  readonly storingVersions: ReadonlySet<Version>;
  /** Accepted plain requests, the newest first. */
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

/** Sets the quota that the preflight found. */
export function withQuota(state: TargetModel, quota: Subject['quota']): TargetModel {
  return { ...state, subject: { ...state.subject, quota } };
}

export function plainRequestKey(version: Version, known: ServerModel): string {
  return `${version} ${known.vmState ?? 'unknown'}`;
}

export function mapViews(known: ServerModel, change: (view: VersionView) => VersionView): ServerModel {
  return { ...known, views: { v2: change(known.views.v2), 'v2.1': change(known.views['v2.1']) } };
}

/** From here on nothing is known of the map of a server. */
export function forgetMap(known: ServerModel): ServerModel {
  const open = { ...known, accepted: undefined, removedPairs: undefined };
  return mapViews(open, (view) => ({ ...view, possibleMaps: undefined, events: [] }));
}

export function withServer(state: TargetModel, { serverId }: Route, known: ServerModel): TargetModel {
  return { ...state, servers: new Map(state.servers).set(serverId, known) };
}

/** The maximum delay of the effect of a request without a response, in milliseconds. */
const longestWait = 60_000;

/** Adds a replace without a response, and removes those that can no longer take effect. */
export function withUnansweredReplace(
  unanswered: readonly UnansweredReplace[],
  { request, at }: Exchange,
): readonly UnansweredReplace[] {
  const map = parseMetadataBody(jsonOf(request.body))?.metadata;
  const open = unanswered.filter((each) => mayTakeEffect(each, at));
  return map === undefined ? open : [...open, { map, at }];
}

/** True if a server shows the map of a replace without a response. */
export function isDelayedEffect(unanswered: readonly UnansweredReplace[], seen: Metadata, at: number): boolean {
  return unanswered.some((each) => mayTakeEffect(each, at) && sameMetadata(each.map, seen));
}

/** True if a replace without a response may still take effect on one of the servers. */
export function awaitsDelayedEffect({ servers }: TargetModel, at: number): boolean {
  return [...servers.values()].some(({ unanswered }) => unanswered.some((each) => mayTakeEffect(each, at)));
}

function mayTakeEffect({ at: sentAt }: UnansweredReplace, at: number): boolean {
  return at - sentAt <= longestWait;
}
