import type { ClauseId } from '../../clauses';
import { type Exchange, jsonOf } from '../../http/exchange';
import { isInconclusive } from '../../http/inconclusive';
import { asObject } from '../../http/json';
import { parseMetadataBody } from '../../http/parse-response';
import { routeOf } from '../../http/route';
import { isSuccess } from '../../http/status';
import type { Metadata } from '../../metadata';
import type { Profile } from '../../profiles/profile';
import { formatMap } from '../../text/format-map';
import { candidates, mostSpecificFirst } from '../attribution/candidate';
import { type Finding, satisfied, violated } from '../finding';
import { isLinearizable, type Operation } from '../linearizability';
import type { Race } from '../model';
import { classifyBody } from '../request/classify-body';

/** Clauses of which sequential requests would show the same violation: then the race shows nothing new. */
const sequentialClauses: readonly ClauseId[] = [
  ...(['REPLACE-01', 'REPLACE-02', 'REPLACE-03', 'REPLACE-05', 'REPLACE-07'] as const),
  ...(['QUOTA-01', 'VERSION-02', 'ISOLATION-01'] as const),
];

/** The same for races with a rejected request. */
const sequentialClausesOfRejected: readonly ClauseId[] = ['ATOMIC-01', 'ATOMIC-05'];

/** Judges a race by the read that follows it: one order of the accepted replaces must explain all reads. */
export function judgeRace({ before, exchanges }: Race, last: Exchange, profile: Profile): Finding[] {
  const all = [...exchanges, last];
  // A retry may have taken effect twice, and the effect of a failed request is unknown.
  if (all.some((exchange) => exchange.retried || isInconclusive(exchange))) return [];
  // The effect of a request that was wrongly accepted is unknown.
  if (exchanges.some((exchange) => isWronglyAccepted(exchange, profile))) return [];
  const others = candidates(
    'sequential requests',
    ...sequentialClauses,
    ...(exchanges.some(isRejected) ? sequentialClausesOfRejected : []),
  );
  const steps = all.flatMap(operationsOf);
  const written = steps.filter(({ kind }) => kind === 'write');
  if (written.length < 2) return [];
  const whole = new Set([
    ...written.map(({ value }) => value),
    ...(before === undefined ? [] : [canonicalJson(before)]),
  ]);
  const mixed = steps.find(({ kind, value }) => kind === 'read' && !whole.has(value));
  if (mixed !== undefined && before !== undefined) {
    return violated(
      mostSpecificFirst([...candidates('race', 'CONCURRENCY-01'), ...others]),
      'one of the maps that were taken, whole',
      formatMap(JSON.parse(mixed.value)),
    );
  }
  if (mixed !== undefined) return [];
  if (isLinearizable(before === undefined ? undefined : canonicalJson(before), steps)) {
    return [satisfied('CONCURRENCY-01'), satisfied('CONCURRENCY-02')];
  }
  return violated(
    mostSpecificFirst([...candidates('race', 'CONCURRENCY-02'), ...others]),
    'maps in an order of the requests',
    'a map that another had replaced before',
  );
}

/** A 4xx has no effect. A 5xx may come before or after the effect. */
function isRejected({ request, response }: Exchange): boolean {
  return request.method === 'PUT' && response.status >= 400 && response.status < 500;
}

function isWronglyAccepted({ request, response }: Exchange, profile: Profile): boolean {
  if (request.method !== 'PUT' || !isSuccess(response.status)) return false;
  return classifyBody(request.body, routeOf(request.path)?.version ?? 'v2.1', profile).rejectionReasons.length > 0;
}

function operationsOf(exchange: Exchange): Operation[] {
  const { request, response, at, took } = exchange;
  const interval = { from: at, to: at + took };
  if (request.method === 'PUT') {
    const map = asObject(asObject(jsonOf(request.body))?.metadata) as Metadata | undefined;
    if (map === undefined || isRejected(exchange)) return [];
    return [{ ...interval, kind: 'write', value: canonicalJson(map), isUncertain: !isSuccess(response.status) }];
  }
  const seen = response.status === 200 ? parseMetadataBody(jsonOf(response.body))?.metadata : undefined;
  return seen === undefined ? [] : [{ ...interval, kind: 'read', value: canonicalJson(seen) }];
}

/** Equal texts for equal maps, whatever the order of the members. */
function canonicalJson(map: Metadata): string {
  return JSON.stringify(Object.fromEntries(Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1))));
}
