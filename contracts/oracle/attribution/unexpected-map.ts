import type { Exchange } from '../../http/exchange';
import type { Route } from '../../http/route';
import { type Metadata, sameMetadata } from '../../metadata';
import type { Limits } from '../../profiles/profile';
import { formatMap } from '../../text/format-map';
import { type Violated, violated } from '../finding';
import { concurrentReplaces, crossServerLeak, isIsolationClause } from '../isolation';
import type { TargetModel } from '../model';
import {
  type AcceptedReplace,
  acceptedReplace,
  type PossibleMap,
  unchangedClauses,
  type ViewEvent,
} from '../version-view';
import { candidates, mostSpecificFirst } from './candidate';
import { explainByStaleRead } from './stale-read';
import { wrongMapCandidates } from './wrong-map';

/** A map that no possible map equals. */
export interface UnexpectedMap {
  readonly possibleMaps: readonly PossibleMap[];
  /** The events since the last read. */
  readonly events: readonly ViewEvent[];
  readonly seen: Metadata;
}

/** The findings on a read that shows an unexpected map. */
export function attributeUnexpectedMap(
  state: TargetModel,
  exchange: Exchange,
  route: Route,
  { possibleMaps, events: earlier, seen }: UnexpectedMap,
  limits: Limits,
): Violated[] {
  const { projectId = '', earlierMaps = [] } = state.servers.get(route.serverId) ?? {};
  const events = [...earlier, ...concurrentReplaces(state, exchange, projectId)];
  const maps = possibleMaps.map(({ map }) => map);
  const expected = maps.map(formatMap).join(' or ');
  const unchanged = unchangedClauses(events);
  const replace = acceptedReplace(events);
  if (replace === undefined) {
    const set = [...candidates('must not change', ...unchanged), ...candidates('unprovoked', 'REPLACE-07')];
    const findings = violated(mostSpecificFirst(set), expected, formatMap(seen));
    return explainByStaleRead(findings, earlierMaps, maps, seen);
  }
  const questions = possibleMaps.flatMap(({ reading }) => (reading === undefined ? [] : [reading.clause]));
  const sets = wrongMapCandidates(replace, seen, limits).map((set) => [
    ...candidates('open question', ...questions),
    ...set,
  ]);
  const elsewhere = candidates('concurrent server', ...unchanged.filter(isIsolationClause));
  const others = [
    ...candidates('map of another server', ...leakClauses(state, route, replace, events, seen)),
    ...candidates('other version', ...(replace.by === route.version ? [] : (['VERSION-02'] as const))),
    ...candidates('must not change', ...unchanged.filter((clause) => !isIsolationClause(clause))),
  ];
  if (others.length > 0) {
    const set = [...others, ...sets.flat(), ...elsewhere, ...candidates('unprovoked', 'REPLACE-07')];
    return violated(mostSpecificFirst(set), expected, formatMap(seen));
  }
  return [
    ...wrongAnsweredMap(replace, seen),
    ...sets.flatMap((set) => violated(mostSpecificFirst([...set, ...elsewhere]), expected, formatMap(seen))),
  ];
}

/** The response to a replace showed another map than the one that was read after it. */
export function wrongAnsweredMap({ answeredMap }: AcceptedReplace, seen: Metadata): Violated[] {
  if (answeredMap === undefined || sameMetadata(answeredMap, seen)) return [];
  return violated(['ANSWER-02'], formatMap(seen), formatMap(answeredMap));
}

/** Characters of a map as JSON. A shorter map may equal that of another server by chance. */
const distinctiveLength = 40;

function leakClauses(
  state: TargetModel,
  route: Route,
  { before }: AcceptedReplace,
  events: readonly ViewEvent[],
  seen: Metadata,
) {
  const isNew = before === undefined || !sameMetadata(seen, before);
  if (!isNew) return [];
  // A long map may also come from a request that is still in flight.
  const isDistinctive = JSON.stringify(seen).length >= distinctiveLength;
  const expected = unchangedClauses(events);
  return crossServerLeak(state, route, seen).filter((clause) => isDistinctive || expected.includes(clause));
}
