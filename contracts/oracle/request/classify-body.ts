import type { ClauseId } from '../../clauses';
import type { Body } from '../../http/exchange';
import type { Metadata, Version } from '../../metadata';
import type { Profile } from '../../profiles/profile';
import type { PossibleMap } from '../version-view';
import { classifyPairs } from './classify-pairs';
import { caseCollisions, pairFeatures } from './pair-features';
import { bodyShape, parseBodyText } from './parse-body';
import { anyClientError, type OpenQuestion, parserError, type RejectionReason } from './reasons';

/** The map that a body sets, the reasons to reject it, and the clauses that it exercises. */
export interface BodyClass {
  readonly rejectionReasons: readonly RejectionReason[];
  readonly openQuestions: readonly OpenQuestion[];
  readonly features: readonly ClauseId[];
  /** The map to store, if the body has a valid one. */
  readonly map: Metadata | undefined;
  /** The maps of which one is stored if the target accepts the request. */
  readonly possibleMaps: readonly PossibleMap[] | undefined;
}

/** Nova's limit on a request body, in bytes. */
const novaBodyLimit = 114_688;

export function classifyBody(recorded: Body, version: Version, profile: Profile): BodyClass {
  const body = parseBodyText(recorded);
  const statuses = profile.statuses.invalid;
  const rejection = (clause: ClauseId, unchangedClause: ClauseId): BodyClass => ({
    rejectionReasons: [{ clause, statuses, unchangedClause }],
    openQuestions: [],
    features: [],
    map: undefined,
    possibleMaps: undefined,
  });
  if (body.kind === 'not json') return rejection('BODY-04', 'ATOMIC-03');
  if (body.kind === 'not utf-8') {
    const question = {
      ...acceptedOrRejected('BODY-10', anyClientError),
      failReading: 'fails with 5xx',
      unchangedClause: 'ATOMIC-03' as const,
    };
    return { rejectionReasons: [], openQuestions: [question], features: [], map: undefined, possibleMaps: undefined };
  }
  const shape = bodyShape(body.json);
  if (typeof shape === 'string') return rejection(shape, 'ATOMIC-01');
  const { rejectionReasons, openQuestions } = classifyPairs(shape.pairs, profile);
  if (body.depth > 100) return { ...rejection('BODY-11', 'ATOMIC-01'), rejectionReasons: [depthRejectionReason] };
  if (shape.extraMembers && version === 'v2.1') {
    rejectionReasons.push({ clause: 'BODY-06', statuses, unchangedClause: 'ATOMIC-01' });
  }
  if (shape.extraMembers && version === 'v2') openQuestions.push(acceptedOrRejected('BODY-07', statuses));
  if (body.byteOrderMark)
    openQuestions.push({ ...acceptedOrRejected('BODY-09', statuses), unchangedClause: 'ATOMIC-03' });
  if (body.firstWins !== undefined)
    openQuestions.push({ ...acceptedOrRejected('BODY-08', statuses), acceptReading: undefined, ...parserError });
  if (body.bytes > novaBodyLimit) openQuestions.push(acceptedOrRejected('BODY-12', [413, ...statuses]));
  if (rejectionReasons.length > 0)
    return { rejectionReasons, openQuestions, features: [], map: undefined, possibleMaps: undefined };

  const map = shape.metadata as Metadata;
  const collisions = caseCollisions(map);
  const features = [
    ...new Set(shape.pairs.flatMap(([key, value]) => pairFeatures(key, String(value), collisions, profile.limits))),
  ];
  if (!body.plain && openQuestions.length === 0) features.unshift('BODY-05');
  return {
    rejectionReasons,
    openQuestions,
    features,
    map,
    possibleMaps: possibleMapsOf(map, body.firstWins, openQuestions),
  };
}

const depthRejectionReason: RejectionReason = { clause: 'BODY-11', statuses: anyClientError, ...parserError };

function acceptedOrRejected(clause: ClauseId, statuses: readonly number[]): OpenQuestion {
  return { clause, acceptReading: 'takes it', rejectReading: 'refuses it', statuses, unchangedClause: 'ATOMIC-01' };
}

function possibleMapsOf(map: Metadata, firstWins: unknown, openQuestions: readonly OpenQuestion[]): PossibleMap[] {
  const isSurrogate = openQuestions.some(({ clause }) => clause === 'VALUE-10');
  if (isSurrogate) return [{ map, reading: { clause: 'VALUE-10', reading: 'stores it' } }];
  if (firstWins === undefined) return [{ map }];
  const first = bodyShape(firstWins);
  if (typeof first === 'string') return [{ map }];
  return [
    { map, reading: { clause: 'BODY-08', reading: 'the last one wins' } },
    { map: first.metadata as Metadata, reading: { clause: 'BODY-08', reading: 'the first one wins' } },
  ];
}
