import type { ClauseId } from '../../clauses';
import { type Metadata, sameMetadata } from '../../metadata';
import type { Limits } from '../../profiles/profile';
import type { Violated } from '../finding';
import { wasHeldBefore } from '../history';
import type { AcceptedReplace } from '../model';
import { caseCollisions, pairFeatures } from '../request/pair-features';

/** A replace was accepted, and another map than the one sent is stored. Lists of suspects, one for each difference. */
export function wrongMapCandidates(event: AcceptedReplace, seen: Metadata, limits: Limits): ClauseId[][] {
  const blames = candidatesByDifference(event, seen, limits);
  // In a state other than active, the state is the first suspect: elsewhere the same difference shows without it.
  const stateClause = event.stateClause ?? event.stateOnArrival;
  if (stateClause === undefined || stateClause === 'STATE-01') return blames;
  return blames.map((suspects) => [stateClause, ...suspects]);
}

function candidatesByDifference(event: AcceptedReplace, seen: Metadata, limits: Limits): ClauseId[][] {
  if (isRepetition(event)) return repetitionCandidates(event, seen, limits);
  const blames = differenceCandidates(event, seen, limits);
  const isIgnored = event.before !== undefined && sameMetadata(event.before, seen);
  const ignored = isIgnored ? ignoredRequestCandidates(event, limits) : [];
  return ignored.length > 0 ? [[...new Set([...ignored, ...blames.flat()])]] : blames;
}

/** Nothing of a request was carried out: what it has in it that may be the reason, for the removal and for the storing. */
function ignoredRequestCandidates(event: AcceptedReplace, limits: Limits): ClauseId[] {
  const twins = caseCollisions(event.before ?? {}, event.sent);
  const peculiar = Object.keys(event.sent).map((key) => requestAndPairFeatures(event, key, twins, limits));
  if (peculiar.some((list) => list.length === 0)) return [...event.openQuestions];
  return [...event.openQuestions, ...intersection(peculiar)];
}

function intersection([first = [], ...others]: readonly ClauseId[][]): ClauseId[] {
  return first.filter((clause) => others.every((list) => list.includes(clause)));
}

function isRepetition({ sent, before }: AcceptedReplace): boolean {
  return before !== undefined && Object.keys(sent).length > 0 && sameMetadata(sent, before);
}

/** The same request came again: that alone is to blame, unless the same difference shows without it. */
function repetitionCandidates(event: AcceptedReplace, seen: Metadata, limits: Limits): ClauseId[][] {
  return [['REPLACE-06', ...differenceCandidates(event, seen, limits).flat()]];
}

function differenceCandidates(event: AcceptedReplace, seen: Metadata, limits: Limits): ClauseId[][] {
  const { sent, before = {}, earlierMaps, wasRead } = event;
  const keys = Object.keys(sent);
  const lost = keys.filter((key) => !Object.hasOwn(seen, key));
  const altered = keys.filter((key) => Object.hasOwn(seen, key) && seen[key] !== sent[key]);
  const extra = Object.keys(seen).filter((key) => !Object.hasOwn(sent, key));
  // The same map may have been mangled in the same way before.
  const isTwinOfLost = (key: string) => lost.some((other) => withoutCaseAndMarks(other) === withoutCaseAndMarks(key));
  // A key that is there again with another value was not left behind: it was made anew.
  const old = extra.filter((key) => seen[key] === before[key] && Object.hasOwn(before, key) && !isTwinOfLost(key));
  const twins = caseCollisions(before, sent);
  const blames: ClauseId[][] = [];
  if (old.length > 0) blames.push([keys.length > 0 ? 'REPLACE-02' : 'REPLACE-04']);

  const peculiar = lost.map((key) => requestAndPairFeatures(event, key, twins, limits));
  // Nothing of several pairs arrived: only a peculiarity that they share may be to blame.
  if (lost.length > 1 && lost.length === keys.length) {
    const shared = intersection(peculiar);
    // Each may also have been lost for a peculiarity of its own.
    const isEachPeculiar = peculiar.every((list) => list.length > 0);
    if (shared.length > 0 || !isEachPeculiar) blames.push([...shared, 'REPLACE-01']);
    else for (const list of peculiar) blames.push([...list, 'REPLACE-01']);
  } else for (const list of peculiar) blames.push([...list, 'REPLACE-01']);
  for (const key of altered) {
    // Where nobody knows what was there before, it may be that.
    const isOld = event.before === undefined || wasHeldBefore([before, ...earlierMaps], key, seen[key]);
    // A key that another one begins with may have been taken for the way to that.
    const longer = lost
      .filter((other) => other.startsWith(key))
      .flatMap((other) => featuresOfPair(event, other, twins, limits));
    const own = [...requestAndPairFeatures(event, key, twins, limits), ...longer].filter(
      (clause) => clause !== 'VALUE-03',
    );
    // What a value becomes may be what was there before by chance.
    blames.push([...own, ...(isOld ? (['REPLACE-03'] as const) : []), 'VALUE-03']);
  }
  // An unknown key beside a lost one is that key, mangled; alone it is an invention, or older than what is known.
  const invented = extra.length > old.length && lost.length === 0;
  // A pair that the server held before may come from a stale copy.
  const isCertain =
    wasRead && event.before !== undefined && !extra.some((key) => wasHeldBefore(earlierMaps, key, seen[key]));
  if (invented && isCertain) blames.push([...featuresOfRequest(event), 'REPLACE-05']);
  else if (invented) blames.push([keys.length > 0 ? 'REPLACE-02' : 'REPLACE-04', 'REPLACE-05']);
  return blames;
}

/** A key without what is most often mangled in it: its marks and its case. */
function withoutCaseAndMarks(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Why a pair may have been lost or changed: what is peculiar about the whole request, then about the pair. */
function requestAndPairFeatures(
  event: AcceptedReplace,
  key: string,
  twins: ReadonlySet<string>,
  limits: Limits,
): ClauseId[] {
  return [...featuresOfRequest(event), ...featuresOfPair(event, key, twins, limits)];
}

function featuresOfPair(
  { sent }: AcceptedReplace,
  key: string,
  twins: ReadonlySet<string>,
  limits: Limits,
): ClauseId[] {
  return pairFeatures(key, sent[key] ?? '', twins, limits).filter((clause) => clause !== 'VALUE-07');
}

function featuresOfRequest({ features }: AcceptedReplace): ClauseId[] {
  return features.filter((clause) => /^(BODY|QUOTA|METHOD|VERSION)/.test(clause));
}

/**
 * Findings on a map that is seen where another was expected. Where it is an earlier one of the server's, or one that comes
 * late, replaces that go without effect explain it.
 */
export function explainByStaleRead(
  findings: readonly Violated[],
  past: readonly Metadata[],
  expected: readonly Metadata[],
  seen: Metadata,
): Violated[] {
  if (!past.some((map) => sameMetadata(map, seen))) return [...findings];
  const explainedBy = [...new Set(expected.flatMap((map) => missingEffects(map, seen)))];
  return findings.map((finding) => ({ ...finding, explainedBy }));
}

/** What a replace would have had to do to make the one map of the other. */
function missingEffects(expected: Metadata, seen: Metadata): ClauseId[] {
  const keys = Object.keys(expected);
  const isLost = keys.some((key) => !Object.hasOwn(seen, key));
  const isAltered = keys.some((key) => Object.hasOwn(seen, key) && seen[key] !== expected[key]);
  const isExtra = Object.keys(seen).some((key) => !Object.hasOwn(expected, key));
  return [
    ...(isExtra ? ([keys.length > 0 ? 'REPLACE-02' : 'REPLACE-04'] as const) : []),
    ...(isLost ? (['REPLACE-01'] as const) : []),
    ...(isAltered ? (['REPLACE-03'] as const) : []),
  ];
}
