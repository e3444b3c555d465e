import type { ClauseId } from '../../contracts/clauses';
import { ecs } from '../../contracts/profiles/ecs';
import type { Limits, Profile, Statuses } from '../../contracts/profiles/profile';
import { limitBounds } from '../../contracts/profiles/profile-schema';
import type { Behaviour } from '../../targets/embedded/behaviour';
import { compliant } from '../../targets/embedded/compliant';
import { badRequest, HttpError } from '../../targets/embedded/http';
import type { KnownEndpoint } from './known-endpoints';

const { characters, always } = limitBounds;

/** Endpoints that are examined by a profile with other numbers than the page's: some keep them, some do not. */
export function profiledEndpoints(): KnownEndpoint[] {
  return [
    right('limits of 64 and 100', within(64, 100), limited(64, 100)),
    right('few pairs', ours({ limits: { always: 10 } }), {}, 10),
    right('the lowest numbers', lowest, limited(characters.minimum, characters.minimum), always.minimum),
    right('the highest numbers', highest, limited(characters.maximum, characters.maximum), 200),
    right('other statuses', statuses, {
      answer: created,
      errorResponse: refusing({ 400: 422, 409: 423, 403: 402, 415: 422 }),
    }),
    wrong('a limit on keys that is not kept', within(64, 255), {}, ['KEY-04']),
    wrong('a limit on keys that is too low', within(64, 255), limited(63, 255), ['KEY-01']),
    wrong('a limit on values that is not kept', within(255, 64), {}, ['VALUE-04']),
    wrong('a limit on values that is too low', within(255, 64), limited(255, 63), ['VALUE-01']),
    wrong('200 where 201 is due', ours({ statuses: { accepted: [201] } }), {}, ['ANSWER-01']),
    wrong('409 where 423 is due', ours({ statuses: { wrongState: [423] } }), {}, refusingStates),
  ];
}

const refusingStates: readonly ClauseId[] = [
  ...(['STATE-05', 'STATE-06', 'STATE-07', 'STATE-08', 'STATE-09', 'STATE-10', 'STATE-11'] as const),
  ...(['STATE-12', 'STATE-14'] as const),
];

const shared = { quota: undefined, isOfTransport: false, alsoBreaks: [] } as const;

function right(name: string, profile: Profile, behaviour: Partial<Behaviour>, quota?: number): KnownEndpoint {
  return { ...shared, kind: 'variant', name, killedBy: [], behaviour: () => behaviour, quota, profile };
}

function wrong(
  name: string,
  profile: Profile,
  behaviour: Partial<Behaviour>,
  killedBy: readonly ClauseId[],
): KnownEndpoint {
  return { ...shared, kind: 'mutant', name, killedBy, behaviour: () => behaviour, profile };
}

/** As a user writes a profile: what it does not name is as on the page. */
function ours({ limits, statuses }: { limits?: Partial<Limits>; statuses?: Partial<Statuses> }): Profile {
  return { ...ecs, name: 'ours', limits: { ...ecs.limits, ...limits }, statuses: { ...ecs.statuses, ...statuses } };
}

function within(keyLength: number, valueLength: number): Profile {
  return ours({ limits: { keyLength, valueLength } });
}

const lowest = ours({
  limits: {
    keyLength: characters.minimum,
    valueLength: characters.minimum,
    always: always.minimum,
    quota: always.minimum,
  },
});

const highest = ours({ limits: { keyLength: characters.maximum, valueLength: characters.maximum, always: 200 } });

const statuses = ours({
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
function limited(keyLength: number, valueLength: number): Partial<Behaviour> {
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
function refusing(others: Readonly<Record<number, number>>): Behaviour['errorResponse'] {
  return ({ status, message }, request) =>
    compliant.errorResponse(new HttpError(others[status] ?? status, message), request);
}
