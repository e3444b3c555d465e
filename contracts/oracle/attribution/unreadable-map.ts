import { type Exchange, isUnparsable, jsonOf } from '../../http/exchange';
import type { Route } from '../../http/route';
import type { Limits } from '../../profiles/profile';
import { formatMap } from '../../text/format-map';
import { type Violated, violated } from '../finding';
import { isIsolationClause } from '../isolation';
import { acceptedReplace, lastUncertain, unchangedClauses, type VersionView } from '../version-view';
import { candidates, mostSpecificFirst } from './candidate';
import { wrongMapCandidates } from './wrong-map';

/** The findings on a read that shows no map, although an earlier one did: a request in between changed the server. */
export function attributeUnreadableMap(
  { events, failedReads }: VersionView,
  { response }: Exchange,
  route: Route,
  limits: Limits,
): Violated[] {
  const uncertain = lastUncertain(events);
  const replace = acceptedReplace(events);
  const isOwn = (response.status === 200 && jsonOf(response.body) !== undefined) || response.status === 500;
  // The first failed read may be temporary, unless the response itself shows that the stored pairs are the reason.
  const isLost = failedReads === 1 || (isOwn && replace !== undefined && uncertain === undefined);
  if (!isLost) return [];
  const observed = response.status === 200 ? 'an answer that shows no map' : `status ${response.status}`;
  if (uncertain !== undefined) return violated(uncertain.clauses, 'a map', observed);
  const unchanged = unchangedClauses(events);
  const unprovoked = candidates('unprovoked', 'REPLACE-07');
  if (replace === undefined) {
    const set = [...candidates('must not change', ...unchanged), ...unprovoked];
    return violated(mostSpecificFirst(set), 'the map as before', observed);
  }
  // Some targets show a server without metadata in another form than an empty map.
  if (Object.keys(replace.sent).length === 0) return [];
  const isUnparsed = !replace.isAnswerReadable && isUnparsable(response.body);
  const general = [
    ...candidates('unparsable response', ...(isUnparsed ? (['ANSWER-02'] as const) : [])),
    ...candidates('other version', ...(replace.by === route.version ? [] : (['VERSION-02'] as const))),
    ...candidates('open question', ...replace.openQuestions),
  ];
  const sets = wrongMapCandidates(replace, {}, limits);
  const here = candidates('must not change', ...unchanged.filter((clause) => !isIsolationClause(clause)));
  const all = here.length > 0 ? [[...here, ...sets.flat(), ...unprovoked]] : sets;
  return all.flatMap((set) => violated(mostSpecificFirst([...general, ...set]), formatMap(replace.sent), observed));
}
