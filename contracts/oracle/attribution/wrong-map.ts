import type { ClauseId } from '../../clauses';
import { type Metadata, sameMetadata } from '../../metadata';
import type { Limits } from '../../profiles/profile';
import { hadPair } from '../history';
import { caseCollisions, pairFeatures } from '../request/pair-features';
import type { AcceptedReplace } from '../version-view';
import { type Candidate, candidates } from './candidate';

/** The candidates for a stored map other than the one sent in an accepted replace: one set for each difference. */
export function wrongMapCandidates(event: AcceptedReplace, seen: Metadata, limits: Limits): Candidate[][] {
  const sets = candidatesByDifference(event, seen, limits);
  // If the vm_state is innocent, the same difference shows in the state active too.
  const stateClause = event.stateClause ?? event.stateOnArrival;
  if (stateClause === undefined || stateClause === 'STATE-01') return sets;
  return sets.map((set) => [...candidates('vm_state', stateClause), ...set]);
}

function candidatesByDifference(event: AcceptedReplace, seen: Metadata, limits: Limits): Candidate[][] {
  const sets = differenceCandidates(event, seen, limits);
  const { sent, before } = event;
  const isRepetition = before !== undefined && Object.keys(sent).length > 0 && sameMetadata(sent, before);
  // If the repetition is innocent, the same difference shows without it.
  if (isRepetition) return [[...candidates('repetition', 'REPLACE-06'), ...sets.flat()]];
  const isIgnored = before !== undefined && sameMetadata(before, seen);
  const ignored = isIgnored ? ignoredRequestCandidates(event, limits) : [];
  return ignored.length > 0 ? [[...ignored, ...sets.flat()]] : sets;
}

/** The request had no effect. Only its open questions and the features that all its pairs share can be the reason. */
function ignoredRequestCandidates(event: AcceptedReplace, limits: Limits): Candidate[] {
  const collisions = caseCollisions(event.before ?? {}, event.sent);
  const features = Object.keys(event.sent).map((key) => requestAndPairFeatures(event, key, collisions, limits));
  return [...candidates('open question', ...event.openQuestions), ...intersection(features)];
}

function intersection([first = [], ...others]: readonly Candidate[][]): Candidate[] {
  return first.filter(({ clause }) => others.every((set) => set.some((candidate) => candidate.clause === clause)));
}

function differenceCandidates(event: AcceptedReplace, seen: Metadata, limits: Limits): Candidate[][] {
  const { sent, before = {}, earlierMaps, wasRead } = event;
  const keys = Object.keys(sent);
  const lost = keys.filter((key) => !Object.hasOwn(seen, key));
  const altered = keys.filter((key) => Object.hasOwn(seen, key) && seen[key] !== sent[key]);
  const extra = Object.keys(seen).filter((key) => !Object.hasOwn(sent, key));
  // The target may have changed a key in the same way before.
  const resemblesLost = (key: string) => lost.some((other) => withoutCaseAndMarks(other) === withoutCaseAndMarks(key));
  // A removed key that exists again with another value was created again.
  const old = extra.filter((key) => seen[key] === before[key] && Object.hasOwn(before, key) && !resemblesLost(key));
  const collisions = caseCollisions(before, sent);
  const removal: ClauseId = keys.length > 0 ? 'REPLACE-02' : 'REPLACE-04';
  const sets: Candidate[][] = [];
  if (old.length > 0) sets.push(candidates('difference', removal));

  const lostFeatures = lost.map((key) => requestAndPairFeatures(event, key, collisions, limits));
  sets.push(
    ...lossReasons(lostFeatures, lost.length === keys.length).map((features) => [
      ...features,
      ...candidates('difference', 'REPLACE-01'),
    ]),
  );
  for (const key of altered) {
    // If the map before is not known, the value may come from it.
    const isOld = event.before === undefined || hadPair([before, ...earlierMaps], key, seen[key]);
    // The target may have read a longer key, for example `app.name`, as a path into this one.
    const longer = lost
      .filter((other) => other.startsWith(key))
      .flatMap((other) => featuresOfPair(event, other, collisions, limits));
    const own = [...requestAndPairFeatures(event, key, collisions, limits), ...longer].filter(
      ({ clause }) => clause !== 'VALUE-03',
    );
    // The altered value may equal an earlier one by chance, so VALUE-03 stays.
    sets.push([
      ...own,
      ...(isOld ? candidates('earlier value', 'REPLACE-03') : []),
      ...candidates('difference', 'VALUE-03'),
    ]);
  }
  // An unknown key beside a lost one is that key, changed. Alone it is invented, or older than the known maps.
  const isInvented = extra.length > old.length && lost.length === 0;
  // A pair that the server had before may come from a stale copy.
  const isCertain = wasRead && event.before !== undefined && !extra.some((key) => hadPair(earlierMaps, key, seen[key]));
  if (isInvented && isCertain) sets.push([...featuresOfRequest(event), ...candidates('difference', 'REPLACE-05')]);
  else if (isInvented) sets.push(candidates('difference', removal, 'REPLACE-05'));
  return sets;
}

/** The features that may be the reason of a loss, one set for each loss. `lost` has the features of each lost pair. */
function lossReasons(lost: readonly Candidate[][], isEveryPairLost: boolean): readonly Candidate[][] {
  if (lost.length <= 1 || !isEveryPairLost) return lost;
  // All of several pairs are lost: a feature that they share is the reason, if there is one.
  const shared = intersection(lost);
  // Without a shared feature, each pair may be lost for a feature of its own.
  const hasEachFeatures = lost.every((features) => features.length > 0);
  return shared.length > 0 || !hasEachFeatures ? [shared] : lost;
}

/** A key without the parts that targets change most often: its case, and all but letters and digits. */
function withoutCaseAndMarks(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The features of the request and of one pair: each may be the reason that the pair was lost or altered. */
function requestAndPairFeatures(
  event: AcceptedReplace,
  key: string,
  collisions: ReadonlySet<string>,
  limits: Limits,
): Candidate[] {
  return [...featuresOfRequest(event), ...featuresOfPair(event, key, collisions, limits)];
}

function featuresOfPair(
  { sent }: AcceptedReplace,
  key: string,
  collisions: ReadonlySet<string>,
  limits: Limits,
): Candidate[] {
  const features = pairFeatures(key, sent[key] ?? '', collisions, limits);
  return candidates('pair feature', ...features.filter((clause) => clause !== 'VALUE-07'));
}

function featuresOfRequest({ features }: AcceptedReplace): Candidate[] {
  return candidates('request feature', ...features.filter((clause) => /^(BODY|QUOTA|METHOD|VERSION)/.test(clause)));
}
