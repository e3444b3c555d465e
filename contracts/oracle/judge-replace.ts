import type { ClauseId } from '../clauses';
import type { Exchange } from '../http/exchange';
import { noResponse } from '../http/inconclusive';
import type { Route } from '../http/route';
import { isSuccess, isUnavailable } from '../http/status';
import type { Profile } from '../profiles/profile';
import { blameRefusal, refusesOrdinary } from './blame-refusal';
import { type Demand, demandOf } from './demand';
import { broken, type Finding, kept, reading, refusing, wronglyRefused } from './finding';
import { judgeAnswer } from './judge-answer';
import { judgeError, showsForeign } from './judge-error';
import type { Opening } from './objection';
import { orUnserved } from './or-unserved';
import { showStatuses } from './show';
import type { State } from './state';

/** Judges a PUT of the metadata by its status and its answer; what is stored is judged when it is read. */
export function judgeReplace(state: State, exchange: Exchange, route: Route, profile: Profile): Finding[] {
  const { status } = exchange.response;
  const demand = demandOf(state, exchange.request, route, profile);
  // That other requests were answered meanwhile is seen to by the sender; else the exchange has a fault.
  if (status === noResponse || isUnavailable(status)) return judgeUnanswered(exchange, demand, profile);
  const findings = isSuccess(status)
    ? judgeTaken(state, exchange, demand, profile)
    : judgeRefused(state, exchange, route, demand, profile);
  const shown = demand.objections.some(({ clause }) => clause === 'ACCESS-06') && showsForeign(state, route, exchange);
  return shown ? [...findings, ...broken(['ACCESS-06'], 'nothing of the other server', 'its metadata')] : findings;
}

/** Nothing of what the contract has for such a request came back. */
function judgeUnanswered({ response: { status } }: Exchange, demand: Demand, profile: Profile): Finding[] {
  const { objections, openings, traits } = demand;
  const reasons = objections.length > 0 ? objections : openings;
  // An ordinary request without an answer shows nothing but that the target is not there.
  if (reasons.length === 0 && traits.length === 0) return [];
  const statuses = reasons.length > 0 ? reasons.flatMap((reason) => reason.statuses) : profile.statuses.accepted;
  const suspects: ClauseId[] = reasons.length > 0 ? reasons.map(({ clause }) => clause) : [...traits, 'ANSWER-01'];
  const observed = status === noResponse ? 'no answer' : `status ${status}`;
  return broken(suspects, showStatuses([...new Set(statuses)]), observed);
}

function judgeTaken({ subject }: State, exchange: Exchange, demand: Demand, profile: Profile): Finding[] {
  const { status, headers } = exchange.response;
  // Where the quota is only assumed, a higher one is all right.
  const objections = demand.objections.filter(
    ({ clause }) => clause !== 'QUOTA-03' || subject.quota.source !== 'assumed',
  );
  if (objections.length > 0) {
    return objections.flatMap(({ clause, statuses }) => {
      // A value so deep may be refused in any way, but it is no string and must not be taken.
      const suspect: ClauseId = clause === 'BODY-11' ? 'VALUE-09' : clause;
      // Who stores fewer pairs than were sent counts fewer.
      const losing = clause === 'QUOTA-03' ? demand.traits.filter((trait) => /^(KEY|VALUE)/.test(trait)) : [];
      return broken([...losing, suspect], showStatuses(statuses), `status ${status}`);
    });
  }
  const findings: Finding[] = [kept('VERSION-01')];
  for (const { clause, takes } of demand.openings) if (takes !== undefined) findings.push(reading(clause, takes));
  if (demand.openings.some(({ fails }) => fails !== undefined)) findings.push(kept('ANSWER-06'));
  const { accepted } = profile.statuses;
  if (accepted.includes(status)) findings.push(kept('ANSWER-01'));
  else findings.push(...broken(['ANSWER-01'], showStatuses(accepted), `status ${status}`));
  if (demand.traits.includes('VERSION-03') && headers['x-openstack-nova-api-version'] === undefined) {
    findings.push(...broken(['VERSION-03'], 'header x-openstack-nova-api-version', 'no such header'));
  }
  const plain = demand.map !== undefined && demand.openings.every(({ fails }) => fails === undefined);
  if (plain && demand.map !== undefined && demand.candidates?.length === 1) {
    findings.push(
      ...judgeAnswer(
        exchange,
        demand.map,
        demand.openings.map(({ clause }) => clause),
      ),
    );
  }
  return findings;
}

function judgeRefused(state: State, exchange: Exchange, route: Route, demand: Demand, profile: Profile): Finding[] {
  const { status } = exchange.response;
  // A lock that may be there explains the refusal of any request, and nobody knows whether it is.
  if (status === 409 && state.servers.get(route.serverId)?.locked === 'unknown') return [];
  const { objections, openings } = demand;
  const reasons = [...objections, ...openings];
  const [first] = reasons;
  if (first === undefined) return blameRefusal(state, exchange, route, demand, profile);
  if (demand.mayConflict && profile.statuses.wrongState.includes(status) && objections.length === 0) {
    return openings.every(({ clause }) => clause === 'STATE-14')
      ? openings.map((opening) => readRefusal(opening, demand, status))
      : [];
  }
  // Where nothing speaks against the body, what is peculiar about it may be refused for itself, and before all else.
  const isOfOther = objections.every(({ clause }) => /^(STATE|QUOTA|ACCESS)/.test(clause));
  const peculiar = isOfOther ? demand.traits.filter((clause) => clause !== 'VALUE-08') : [];
  const isOdd = reasons.some((reason) => 'fails' in reason || reason.clause === 'BODY-11');
  if (isOdd && status >= 500) {
    const readings =
      reasons.length === 1 || first.clause === 'BODY-11' ? [reading(first.clause, 'fails with 5xx', peculiar)] : [];
    return [...readings, ...broken([...peculiar, 'ANSWER-06'], 'no 5xx', `status ${status}`)];
  }
  const findings: Finding[] = isOdd ? [kept('ANSWER-06')] : [];
  const allowing = reasons.filter(({ statuses }) => statuses.includes(status));
  // Who refuses everything in this vm_state refuses this for no reason of its own.
  if (allowing.length === 0 && refusesOrdinary(state, route))
    return blameRefusal(state, exchange, route, demand, profile);
  // Who takes no body of this size has not looked at the pair.
  const isOfPair = objections.some(({ clause }) => /^(KEY|VALUE)/.test(clause));
  if (allowing.length === 0 && status === 413 && isOfPair && isLarge(exchange)) return findings;
  if (allowing.length === 0) {
    const statuses = [...new Set(reasons.flatMap((reason) => reason.statuses))];
    const due = openings.length > 0 && objections.length === 0 ? ` or ${profile.statuses.accepted[0]}` : '';
    const clauses = (objections.length > 0 ? objections : openings).map(({ clause }) => clause);
    const suspects = [...peculiar, ...clauses];
    return [...findings, ...wronglyRefused(orUnserved(suspects, status), `${showStatuses(statuses)}${due}`, status)];
  }
  // A conflict is one with the server: somebody may have locked it. It tells nothing of what is in the body.
  const isConflict = profile.statuses.wrongState.includes(status);
  const isTold = ({ clause }: Opening) => !isConflict || clause.startsWith('STATE');
  // Where there are several reasons, the status does not tell which of them the target saw.
  if (reasons.length > 1) return findings;
  if (first.clause === 'BODY-11') findings.push(refusing('BODY-11', 'refuses it', status));
  else if (objections.length === 1) findings.push(kept(first.clause));
  else findings.push(...openings.filter(isTold).map((opening) => readRefusal(opening, demand, status)));
  return [...findings, ...judgeError(exchange, first.clause, profile)];
}

/** Larger than what a single pair needs, however it is written. */
function isLarge({ request: { body } }: Exchange): boolean {
  return 'text' in body && body.text.length > 16_384;
}

/** What is refused for its peculiarities, or as nothing is served, says nothing of the opening. */
function readRefusal({ clause, refuses }: Opening, { traits }: Demand, status: number): Finding {
  return refusing(clause, refuses, status, orUnserved(traits, status));
}
