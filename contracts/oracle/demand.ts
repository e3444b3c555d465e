import type { ClauseId } from '../clauses';
import type { RecordedRequest } from '../http/exchange';
import type { Route } from '../http/route';
import { bindingOf, type Profile } from '../profiles/profile';
import { acceptsMetadata } from '../vm-states';
import { accessObjection } from './access-objections';
import { type BodyDemand, bodyDemand } from './body-demand';
import { mediaTypeOpening } from './media-type';
import { microversionObjection } from './microversion';
import { anyRefusal, type Objection, type Opening } from './objection';
import { quotaDemand } from './quota-demand';
import { certain, type State } from './state';
import { stateClauses } from './state-clauses';

/** What a PUT asks of the target, and what may stand against it. */
export interface Demand extends BodyDemand {
  readonly stateClause: ClauseId | undefined;
  /** The vm_state could not be read, or the server may be locked: a refusal for the state may be right. */
  readonly mayConflict: boolean;
}

/** What was asked last: `judge` and `next` ask the same, one right after the other. */
let last: { request: RecordedRequest; state: State; profile: Profile; demand: Demand } | undefined;

export function demandOf(state: State, request: RecordedRequest, route: Route, profile: Profile): Demand {
  if (last?.request === request && last.state === state && last.profile === profile) return last.demand;
  const demand = demandAnew(state, request, route, profile);
  last = { request, state, profile, demand };
  return demand;
}

function demandAnew(state: State, request: RecordedRequest, route: Route, profile: Profile): Demand {
  const known = state.servers.get(route.serverId);
  const access = accessObjection(state, route, request.headers['x-auth-token'], profile.statuses);
  const objections: Objection[] = access === undefined ? [] : [access];
  const openings: Opening[] = [];
  const traits: ClauseId[] = [];

  const media = mediaTypeOpening(request.headers['content-type'], profile);
  if (typeof media === 'string') traits.push(media);
  else if (media !== undefined) openings.push(media);
  if (request.headers['transfer-encoding'] === 'chunked') openings.push(chunkedOpening);
  if (route.query) traits.push('METHOD-04');
  if (bindingOf('VERSION-03', profile).level !== 'not applicable') {
    const microversion = microversionObjection(request.headers, route.version);
    if (microversion === 'legal') traits.push('VERSION-03');
    else if (microversion !== undefined) objections.push(microversion);
  }

  const body = bodyDemand(request.body, route.version, profile);
  objections.push(...body.objections);
  openings.push(...body.openings);

  let stateClause: ClauseId | undefined;
  if (access === undefined && known?.vmState !== undefined) {
    stateClause = stateClauses[known.vmState];
    if (!acceptsMetadata(known.vmState)) {
      const gone = known.vmState === 'deleted' ? profile.statuses.unknownServer : [];
      const statuses = [...profile.statuses.wrongState, ...gone];
      objections.push({ clause: stateClause, statuses, trace: 'ATOMIC-02' });
    }
  }
  if (known?.locked === true) openings.push(lockOpening(profile));
  if (body.map !== undefined) {
    const before = known === undefined ? undefined : certain(known.views[route.version]);
    const quota = quotaDemand(body.map, before, state.subject.quota, profile);
    objections.push(...quota.objections);
    traits.push(...quota.traits);
  }
  traits.push(...body.traits);
  const mayConflict = known?.vmState === undefined || known.locked === true || known.locked === 'unknown';
  return { objections, openings, traits, map: body.map, candidates: body.candidates, stateClause, mayConflict };
}

const chunkedOpening: Opening = {
  clause: 'BODY-16',
  takes: 'takes it',
  refuses: 'refuses it',
  // RFC 9112, 6.1: whoever does not know a transfer coding says 501.
  statuses: [...anyRefusal, 501],
  trace: 'ATOMIC-03',
};

function lockOpening({ statuses }: Profile): Opening {
  return {
    clause: 'STATE-14',
    takes: 'takes the request',
    refuses: 'refuses the request with 409',
    statuses: statuses.wrongState,
    trace: 'ATOMIC-02',
  };
}
