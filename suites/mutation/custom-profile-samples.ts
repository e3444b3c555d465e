import type { ClauseId } from '../../contracts/clauses';
import { ecs } from '../../contracts/profiles/ecs';
import type { Limits, Profile, Statuses } from '../../contracts/profiles/profile';
import { limitBounds } from '../../contracts/profiles/profile-schema';
import type { Behaviour } from '../../targets/embedded/behaviour';
import { compliant } from '../../targets/embedded/compliant';
import { badRequest, HttpError } from '../../targets/embedded/http';
import type { SampleEndpoint } from './samples';

const { characters, always } = limitBounds;

/** Endpoints that are examined by a profile with other numbers than the page's: some keep them, some do not. */
export function customProfileSamples(): SampleEndpoint[] {
  return [
    variantOf('limits of 64 and 100', lengthLimits(64, 100), enforceLengths(64, 100)),
    variantOf('few pairs', customProfile({ limits: { always: 10 } }), {}, 10),
    variantOf(
      'the lowest numbers',
      lowestLimits,
      enforceLengths(characters.minimum, characters.minimum),
      always.minimum,
    ),
    variantOf('the highest numbers', highestLimits, enforceLengths(characters.maximum, characters.maximum), 200),
    variantOf('other statuses', otherStatuses, {
      answer: created,
      errorResponse: rejectWith({ 400: 422, 409: 423, 403: 402, 415: 422 }),
    }),
    mutantOf('a limit on keys that is not kept', lengthLimits(64, 255), {}, ['KEY-04']),
    mutantOf('a limit on keys that is too low', lengthLimits(64, 255), enforceLengths(63, 255), ['KEY-01']),
    mutantOf('a limit on values that is not kept', lengthLimits(255, 64), {}, ['VALUE-04']),
    mutantOf('a limit on values that is too low', lengthLimits(255, 64), enforceLengths(255, 63), ['VALUE-01']),
    mutantOf('200 where 201 is due', customProfile({ statuses: { accepted: [201] } }), {}, ['ANSWER-01']),
    mutantOf('409 where 423 is due', customProfile({ statuses: { wrongState: [423] } }), {}, vmStateClauses),
  ];
}

const vmStateClauses: readonly ClauseId[] = [
  ...(['STATE-05', 'STATE-06', 'STATE-07', 'STATE-08', 'STATE-09', 'STATE-10', 'STATE-11'] as const),
  ...(['STATE-12', 'STATE-14'] as const),
];

const defaults = { quota: undefined, isOfTransport: false, alsoBreaks: [] } as const;

function variantOf(name: string, profile: Profile, behaviour: Partial<Behaviour>, quota?: number): SampleEndpoint {
  return {
    ...defaults,
    kind: 'variant',
    name,
    description: name,
    killedBy: [],
    behaviour: () => behaviour,
    quota,
    profile,
  };
}

function mutantOf(
  name: string,
  profile: Profile,
  behaviour: Partial<Behaviour>,
  killedBy: readonly ClauseId[],
): SampleEndpoint {
  return { ...defaults, kind: 'mutant', name, description: name, killedBy, behaviour: () => behaviour, profile };
}

/** As a user writes a profile: what it does not name is as on the page. */
function customProfile({ limits, statuses }: { limits?: Partial<Limits>; statuses?: Partial<Statuses> }): Profile {
  return { ...ecs, name: 'ours', limits: { ...ecs.limits, ...limits }, statuses: { ...ecs.statuses, ...statuses } };
}

function lengthLimits(keyLength: number, valueLength: number): Profile {
  return customProfile({ limits: { keyLength, valueLength } });
}

const lowestLimits = customProfile({
  limits: {
    keyLength: characters.minimum,
    valueLength: characters.minimum,
    always: always.minimum,
    quota: always.minimum,
  },
});

const highestLimits = customProfile({
  limits: { keyLength: characters.maximum, valueLength: characters.maximum, always: 200 },
});

const otherStatuses = customProfile({
  statuses: {
    accepted: [201],
    invalid: [422],
    wrongState: [423],
    overQuota: [402],
    mediaType: [422],
    foreignProject: [422],
  },
});

/** Keeps other limits than 255 characters. */
function enforceLengths(keyLength: number, valueLength: number): Partial<Behaviour> {
  return {
    checkKey: (key, context) => {
      // The embedded endpoint looks at the characters of a key, too: in a short one at nothing else.
      for (const character of key) compliant.checkKey(character, context);
      if (key.length < 1 || key.length > keyLength) throw badRequest('a key is too short or too long');
    },
    checkValue: (value, key, context) => {
      if (typeof value !== 'string') compliant.checkValue(value, key, context);
      else if (Array.from(value).length > valueLength) throw badRequest('a value is too long');
    },
  };
}

const created: Behaviour['answer'] = (...parameters) => ({ ...compliant.answer(...parameters), status: 201 });

/** Refuses with other statuses. */
function rejectWith(others: Readonly<Record<number, number>>): Behaviour['errorResponse'] {
  return ({ status, message }, request) =>
    compliant.errorResponse(new HttpError(others[status] ?? status, message), request);
}
