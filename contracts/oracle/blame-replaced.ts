import type { ClauseId } from '../clauses';
import type { Metadata } from '../metadata';
import type { Limits } from '../profile';
import { sameMetadata } from '../same-metadata';
import { pairTraits } from './pair-traits';
import type { Replaced } from './state';

/** A replace was accepted, and another map than the one sent is stored. Lists of suspects, one for each difference. */
export function blameReplaced(event: Replaced, seen: Metadata, limits: Limits): ClauseId[][] {
  const { sent, before } = event;
  if (event.stateClause !== undefined && event.stateClause !== 'STATE-01') return [[event.stateClause]];
  if (before !== undefined && sameMetadata(sent, before) && Object.keys(sent).length > 0) return [['REPLACE-06']];
  const lost = Object.keys(sent).filter((key) => !Object.hasOwn(seen, key));
  const altered = Object.keys(sent).filter((key) => Object.hasOwn(seen, key) && seen[key] !== sent[key]);
  const extra = Object.keys(seen).filter((key) => !Object.hasOwn(sent, key));
  const isTwinOfLost = (key: string) => lost.some((other) => other.toLowerCase() === key.toLowerCase());
  const old = extra.filter((key) => before !== undefined && Object.hasOwn(before, key) && !isTwinOfLost(key));
  const blames: ClauseId[][] = [];
  if (old.length > 0) blames.push([Object.keys(sent).length > 0 ? 'REPLACE-02' : 'REPLACE-04']);

  // Nothing arrived at all: no pair's own peculiarity is to blame, unless there was but one pair.
  if (lost.length > 1 && lost.length === Object.keys(sent).length) blames.push(['REPLACE-01']);
  else for (const key of lost) blames.push(suspects(event, key, limits, 'REPLACE-01'));
  for (const key of altered) {
    const isOld = before !== undefined && Object.hasOwn(before, key) && seen[key] === before[key];
    blames.push(isOld ? ['REPLACE-03'] : suspects(event, key, limits, 'VALUE-03'));
  }
  // An unknown key beside a lost one is that key, mangled; alone it is an invention.
  const invented = extra.length > old.length && lost.length === 0;
  if (invented) blames.push(before === undefined ? ['REPLACE-02', 'REPLACE-05'] : ['REPLACE-05']);
  return blames;
}

/** Why a pair may have been lost or changed, by its own peculiarities, then by those of the whole request. */
function suspects(event: Replaced, key: string, limits: Limits, otherwise: ClauseId): ClauseId[] {
  const all = { ...event.before, ...event.sent };
  const own = pairTraits(key, event.sent[key] ?? '', all, limits).filter((clause) => clause !== 'VALUE-07');
  const others = event.traits.filter((clause) => /^(BODY|QUOTA|METHOD|VERSION)/.test(clause));
  const found = [...own, ...others];
  return found.length > 0 ? found : [otherwise];
}
