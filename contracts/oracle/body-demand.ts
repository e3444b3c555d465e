import type { ClauseId } from '../clauses';
import type { Body } from '../http/exchange';
import type { Metadata, Version } from '../metadata';
import type { Profile } from '../profiles/profile';
import { readBody } from './body';
import { anyRefusal, type Objection, type Opening, ofParser } from './objection';
import { pairObjections } from './pair-objections';
import { pairTraits } from './pair-traits';
import { shapeOf } from './shape';
import type { Candidate } from './state';
import { twinsIn } from './twins';

/** What the body of a PUT asks for, and what in it may stand against it. */
export interface BodyDemand {
  readonly objections: readonly Objection[];
  readonly openings: readonly Opening[];
  readonly traits: readonly ClauseId[];
  /** The map to store, where the body names one that can be stored. */
  readonly map: Metadata | undefined;
  /** What may be stored, should the request be taken. */
  readonly candidates: readonly Candidate[] | undefined;
}

/** Nova's limit on a request body, in bytes. */
const novaBodyLimit = 114_688;

export function bodyDemand(recorded: Body, version: Version, profile: Profile): BodyDemand {
  const body = readBody(recorded);
  const statuses = profile.statuses.invalid;
  const refusal = (clause: ClauseId, trace: ClauseId): BodyDemand => ({
    objections: [{ clause, statuses, trace }],
    openings: [],
    traits: [],
    map: undefined,
    candidates: undefined,
  });
  if (body.kind === 'not json') return refusal('BODY-04', 'ATOMIC-03');
  if (body.kind === 'not utf-8') {
    const opening = { ...takenOrRefused('BODY-10', anyRefusal), fails: 'fails with 5xx', trace: 'ATOMIC-03' as const };
    return { objections: [], openings: [opening], traits: [], map: undefined, candidates: undefined };
  }
  const shape = shapeOf(body.json);
  if (typeof shape === 'string') return refusal(shape, 'ATOMIC-01');
  const { objections, openings } = pairObjections(shape.pairs, profile);
  if (body.depth > 100) return { ...refusal('BODY-11', 'ATOMIC-01'), objections: [deepObjection] };
  if (shape.extraMembers && version === 'v2.1') {
    objections.push({ clause: 'BODY-06', statuses, trace: 'ATOMIC-01' });
  }
  if (shape.extraMembers && version === 'v2') openings.push(takenOrRefused('BODY-07', statuses));
  if (body.byteOrderMark) openings.push({ ...takenOrRefused('BODY-09', statuses), trace: 'ATOMIC-03' });
  if (body.firstWins !== undefined)
    openings.push({ ...takenOrRefused('BODY-08', statuses), takes: undefined, ...ofParser });
  if (body.bytes > novaBodyLimit) openings.push(takenOrRefused('BODY-12', [413, ...statuses]));
  if (objections.length > 0) return { objections, openings, traits: [], map: undefined, candidates: undefined };

  const map = shape.metadata as Metadata;
  const twins = twinsIn(map);
  const traits = [
    ...new Set(shape.pairs.flatMap(([key, value]) => pairTraits(key, String(value), twins, profile.limits))),
  ];
  if (!body.plain && openings.length === 0) traits.unshift('BODY-05');
  return { objections, openings, traits, map, candidates: candidatesOf(map, body.firstWins, openings) };
}

const deepObjection: Objection = { clause: 'BODY-11', statuses: anyRefusal, ...ofParser };

function takenOrRefused(clause: ClauseId, statuses: readonly number[]): Opening {
  return { clause, takes: 'takes it', refuses: 'refuses it', statuses, trace: 'ATOMIC-01' };
}

function candidatesOf(map: Metadata, firstWins: unknown, openings: readonly Opening[]): Candidate[] {
  const isSurrogate = openings.some(({ clause }) => clause === 'VALUE-10');
  if (isSurrogate) return [{ map, reading: { clause: 'VALUE-10', reading: 'stores it' } }];
  if (firstWins === undefined) return [{ map }];
  const first = shapeOf(firstWins);
  if (typeof first === 'string') return [{ map }];
  return [
    { map, reading: { clause: 'BODY-08', reading: 'the last one wins' } },
    { map: first.metadata as Metadata, reading: { clause: 'BODY-08', reading: 'the first one wins' } },
  ];
}
