import type { ClauseId } from '../../clauses';
import { vmStateClauses } from '../../clauses/vm-state-clauses';
import type { Exchange, RecordedRequest } from '../../http/exchange';
import type { Route } from '../../http/route';
import type { Version } from '../../metadata';
import { bindingOf, type Profile } from '../../profiles/profile';
import { acceptsMetadata } from '../../vm-states';
import type { TargetModel } from '../model';
import { knownMap } from '../version-view';
import { accessRejectionReason } from './access';
import { type BodyClass, classifyBody } from './classify-body';
import { classifyPairCount } from './classify-pairs';
import { anyClientError, type OpenQuestion, type RejectionReason } from './reasons';

/** The map that a PUT sets, the reasons to reject it, and the clauses that it exercises. */
export interface RequestClass extends BodyClass {
  readonly stateClause: ClauseId | undefined;
  /** The vm_state is not known, or the server may be locked: a rejection for the state may be right. */
  readonly mayConflict: boolean;
}

/** A PUT of the metadata, with all facts that its judgement needs. */
export interface ClassifiedReplace {
  /** The model before the request. */
  readonly state: TargetModel;
  readonly exchange: Exchange;
  readonly route: Route;
  readonly profile: Profile;
  readonly requestClass: RequestClass;
}

/** The last result: `judge` and `nextModel` classify the same request, one directly after the other. */
let last: { request: RecordedRequest; state: TargetModel; profile: Profile; requestClass: RequestClass } | undefined;

export function classifyRequest(
  state: TargetModel,
  request: RecordedRequest,
  route: Route,
  profile: Profile,
): RequestClass {
  if (last?.request === request && last.state === state && last.profile === profile) return last.requestClass;
  const requestClass = classifyUncached(state, request, route, profile);
  last = { request, state, profile, requestClass };
  return requestClass;
}

function classifyUncached(state: TargetModel, request: RecordedRequest, route: Route, profile: Profile): RequestClass {
  const known = state.servers.get(route.serverId);
  const access = accessRejectionReason(state, route, request.headers['x-auth-token'], profile.statuses);
  const rejectionReasons: RejectionReason[] = access === undefined ? [] : [access];
  const openQuestions: OpenQuestion[] = [];
  const features: ClauseId[] = [];

  const media = classifyMediaType(request.headers['content-type'], profile);
  if (typeof media === 'string') features.push(media);
  else if (media !== undefined) openQuestions.push(media);
  if (request.headers['transfer-encoding'] === 'chunked') openQuestions.push(chunkedQuestion);
  if (route.query) features.push('METHOD-04');
  if (bindingOf('VERSION-03', profile).level !== 'not applicable') {
    const microversion = classifyMicroversion(request.headers, route.version);
    if (microversion === 'legal') features.push('VERSION-03');
    else if (microversion !== undefined) rejectionReasons.push(microversion);
  }

  const body = classifyBody(request.body, route.version, profile);
  rejectionReasons.push(...body.rejectionReasons);
  openQuestions.push(...body.openQuestions);

  let stateClause: ClauseId | undefined;
  if (access === undefined && known?.vmState !== undefined) {
    stateClause = vmStateClauses[known.vmState];
    if (!acceptsMetadata(known.vmState)) {
      const noServer = known.vmState === 'deleted' ? profile.statuses.unknownServer : [];
      const statuses = [...profile.statuses.wrongState, ...noServer];
      rejectionReasons.push({ clause: stateClause, statuses, unchangedClause: 'ATOMIC-02' });
    }
  }
  if (known?.locked === true) openQuestions.push(lockQuestion(profile));
  if (body.map !== undefined) {
    const before = known === undefined ? undefined : knownMap(known.views[route.version]);
    const quota = classifyPairCount(body.map, before, state.subject.quota, profile);
    rejectionReasons.push(...quota.rejectionReasons);
    features.push(...quota.features);
  }
  features.push(...body.features);
  const mayConflict = known?.vmState === undefined || known.locked === true || known.locked === 'unknown';
  return {
    rejectionReasons,
    openQuestions,
    features,
    map: body.map,
    possibleMaps: body.possibleMaps,
    stateClause,
    mayConflict,
  };
}

const chunkedQuestion: OpenQuestion = {
  clause: 'BODY-16',
  acceptReading: 'takes it',
  rejectReading: 'refuses it',
  // RFC 9112, 6.1: 501 is the status for an unknown transfer coding.
  statuses: [...anyClientError, 501],
  unchangedClause: 'ATOMIC-03',
};

function lockQuestion({ statuses }: Profile): OpenQuestion {
  return {
    clause: 'STATE-14',
    acceptReading: 'takes the request',
    rejectReading: 'refuses the request with 409',
    statuses: statuses.wrongState,
    unchangedClause: 'ATOMIC-02',
  };
}

/** The clause or the open question that the content type exercises, if any. */
function classifyMediaType(header: string | undefined, profile: Profile): OpenQuestion | ClauseId | undefined {
  if (header === 'application/json') return undefined;
  const type = header?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') return 'BODY-13';
  const unnamed = type === undefined || type === 'text/plain';
  return {
    clause: unnamed ? 'BODY-14' : 'BODY-15',
    acceptReading: 'takes it',
    rejectReading: 'refuses it',
    statuses: profile.statuses.mediaType,
    unchangedClause: 'ATOMIC-03',
  };
}

/** Judges the microversion headers of a request (VERSION-03, Nova): /v2 ignores them. */
function classifyMicroversion(
  headers: Readonly<Record<string, string>>,
  version: Version,
): RejectionReason | 'legal' | undefined {
  const microversion = headers['x-openstack-nova-api-version'];
  if (microversion === undefined || version === 'v2') return undefined;
  if (!/^(latest|\d+\.\d+)$/.test(microversion))
    return { clause: 'VERSION-03', statuses: [400], unchangedClause: 'ATOMIC-04' };
  // Nova's major version has been 2 since 2015; a later one is out of every target's range.
  if (!/^(latest|2\.)/.test(microversion))
    return { clause: 'VERSION-03', statuses: [406], unchangedClause: 'ATOMIC-04' };
  return 'legal';
}
