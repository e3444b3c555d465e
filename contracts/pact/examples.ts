import type { ClauseId } from '../clauses';
import { vmStateClauses } from '../clauses/vm-state-clauses';
import type { Metadata, Version } from '../metadata';
import { ecs } from '../profiles/ecs';
import type { Statuses } from '../profiles/profile';
import { acceptingVmStates, acceptsMetadata, vmStates } from '../vm-states';
import type { ProviderState } from './provider-states';

/** One request and its response that the client relies on. It represents one clause. */
export interface Example {
  readonly clause: ClauseId;
  readonly title: string;
  readonly given: (version: Version) => readonly ProviderState[];
  /** The map to send. Without it the metadata is read. */
  readonly sent?: unknown;
  /** Without a token. */
  readonly anonymous?: true;
  readonly answer: ExpectedAnswer;
}

/**
 * A response, exactly as narrow as the clause: a provider that violates only another clause still passes.
 *
 * `cases` names lists of statuses of a profile, each of which is right. Without it any 2xx is right.
 */
export interface ExpectedAnswer {
  readonly cases?: readonly (keyof Statuses)[];
  /** Exactly this map. */
  readonly metadata?: Metadata;
  /** `any`: any map. `alone`: the map and no other member. `typed`: any map, with the type application/json. */
  readonly body?: 'any' | 'alone' | 'typed';
}

const initial: Metadata = { old: '1', both: '1' };

/**
 * A read after a replace. Only a read distinguishes a provider that stores the map from one that returns the request.
 */
function stored(clause: ClauseId, title: string, metadata: Metadata, sent: Metadata): Example {
  const given: Example['given'] = (version) => [{ name: 'replace was sent', params: { metadata, sent, version } }];
  return { clause, title, given, answer: { metadata: sent } };
}

/** A read after a replace that must be rejected. */
function unchanged(clause: ClauseId, title: string, refused: { readonly [part: string]: unknown }): Example {
  const given: Example['given'] = (version) => [
    { name: 'replace was sent', params: { metadata: initial, sent: { both: '2' }, version, ...refused } },
  ];
  return { clause, title, given, answer: { metadata: initial } };
}

const { keyLength, valueLength } = ecs.limits;

const storedExamples: readonly Example[] = [
  stored('REPLACE-01', 'stores the pairs of the request', {}, { one: '1', two: '2', three: '3' }),
  stored('REPLACE-02', 'removes keys that the request does not contain', initial, { both: '1' }),
  stored('REPLACE-03', 'replaces the value of a key', { both: '1' }, { both: '2' }),
  stored('REPLACE-04', 'removes all pairs for an empty map', initial, {}),
  stored('REPLACE-05', 'adds no pairs', { old: '1' }, { both: '2' }),
  stored('REPLACE-06', 'stores the same map after the same request', initial, initial),
  {
    clause: 'REPLACE-07',
    title: 'shows the metadata of the server',
    given: () => [{ name: 'server exists', params: { metadata: initial } }],
    answer: { metadata: initial },
  },
  unchanged('ATOMIC-01', 'changes nothing for a map with an invalid key', { sent: { both: '2', 'a/b': '2' } }),
  unchanged('ATOMIC-02', 'changes nothing while the server is rescued', { vm_state: 'rescued' }),
  unchanged('ATOMIC-04', 'changes nothing for a request without a token', { token: 'none' }),
  stored('KEY-01', 'stores keys of the minimum and the maximum length', initial, {
    k: '1',
    ['k'.repeat(keyLength)]: '2',
  }),
  stored('KEY-02', 'stores a key with every kind of character', initial, { 'Az09-_:.': '1', '.a:': '2' }),
  stored('KEY-08', 'distinguishes upper and lower case in keys', initial, { twin: '1', Twin: '2' }),
  stored('KEY-09', 'stores keys with a special meaning in programming languages', initial, {
    ['__proto__']: '1',
    constructor: '2',
  }),
  stored('VALUE-01', 'stores a value of the maximum length', initial, { both: 'v'.repeat(valueLength) }),
  stored('VALUE-02', 'stores an empty value', initial, { both: '' }),
  stored('VALUE-03', 'stores any text', initial, { both: ' "é" \\ 服务器 ' }),
  stored('VALUE-05', 'counts characters, not bytes', initial, { both: 'é'.repeat(valueLength) }),
  stored('VALUE-06', 'stores characters beyond U+FFFF', initial, { both: '😀 𝒳' }),
  {
    clause: 'VERSION-02',
    title: 'shows the map that was stored under the other version',
    given: (version) => [
      {
        name: 'replace was sent',
        params: { metadata: initial, sent: { both: '2' }, version: version === 'v2' ? 'v2.1' : 'v2' },
      },
    ],
    answer: { metadata: { both: '2' } },
  },
  ...acceptingVmStates.map((vmState): Example => {
    const params = { vm_state: vmState, metadata: initial, sent: { both: '2' } };
    return {
      clause: vmStateClauses[vmState],
      title: `accepts the request while the server is ${vmState}`,
      given: (version) => [{ name: 'replace was sent', params: { ...params, version } }],
      answer: { metadata: { both: '2' } },
    };
  }),
  {
    clause: 'ISOLATION-01',
    title: 'does not change another server',
    given: () => [{ name: 'replace was sent to another server', params: { metadata: initial, sent: { both: '2' } } }],
    answer: { metadata: initial },
  },
];

const sent: Metadata = { both: '2', new: '2' };
const serverExists: ProviderState = { name: 'server exists', params: { metadata: initial } };

/** The response to a valid request. */
function accepted(clause: ClauseId, title: string, answer: ExpectedAnswer): Example {
  return { clause, title, given: () => [serverExists], sent, answer };
}

/** A map that must be rejected. */
function refused(clause: ClauseId, title: string, bad: unknown): Example {
  return { clause, title, given: () => [serverExists], sent: bad, answer: { cases: ['invalid'] } };
}

/** A valid request that must be rejected for its server, project or token. */
function denied(clause: ClauseId, title: string, given: readonly ProviderState[], right: keyof Statuses): Example {
  return { clause, title, given: () => given, sent, answer: { cases: [right] } };
}

const noParams = {};

const responseExamples: readonly Example[] = [
  accepted('ANSWER-01', 'responds with the status of an accepted request', { cases: ['accepted'], body: 'any' }),
  accepted('ANSWER-02', 'responds with the new map', { metadata: sent }),
  accepted('ANSWER-03', 'responds with the map and no other member', { metadata: sent, body: 'alone' }),
  accepted('ANSWER-04', 'responds with the content type of JSON', { body: 'typed' }),
  accepted('VERSION-01', 'serves this URI', { body: 'any' }),
  refused('KEY-03', 'refuses an empty key', { '': '2' }),
  refused('KEY-04', 'refuses a key that is one character too long', { ['k'.repeat(keyLength + 1)]: '2' }),
  refused('KEY-05', 'refuses a key with a slash', { 'a/b': '2' }),
  refused('KEY-06', 'refuses a key that ends in a newline', { 'key\n': '2' }),
  refused('VALUE-04', 'refuses a value that is one character too long', { both: 'v'.repeat(valueLength + 1) }),
  refused('VALUE-09', 'refuses a number as a value', { both: 2 }),
  refused('BODY-01', 'refuses a body without metadata', undefined),
  refused('BODY-02', 'refuses null for metadata', null),
  ...vmStates
    .filter((vmState) => !acceptsMetadata(vmState))
    .map((vmState): Example => {
      const cases: (keyof Statuses)[] = vmState === 'deleted' ? ['wrongState', 'unknownServer'] : ['wrongState'];
      return {
        clause: vmStateClauses[vmState],
        title: `refuses the request while the server is ${vmState}`,
        given: () => [{ name: 'server exists', params: { vm_state: vmState } }],
        sent,
        answer: { cases },
      };
    }),
  { ...denied('ACCESS-01', 'refuses a request without a token', [serverExists], 'unauthenticated'), anonymous: true },
  denied(
    'ACCESS-02',
    'refuses an unknown token',
    [serverExists, { name: 'token is not valid', params: noParams }],
    'unauthenticated',
  ),
  denied(
    'ACCESS-03',
    'refuses an unknown server id',
    [{ name: 'server does not exist', params: noParams }],
    'unknownServer',
  ),
  denied(
    'ACCESS-04',
    'refuses a server id that is not a UUID',
    [{ name: 'server does not exist', params: { server_id: 'no-uuid' } }],
    'unknownServer',
  ),
  denied(
    'ACCESS-05',
    'refuses a project other than that of the token',
    [serverExists, { name: 'project is not of the token', params: noParams }],
    'foreignProject',
  ),
  denied(
    'ACCESS-06',
    'refuses a server of another project',
    [{ name: 'server belongs to another project', params: noParams }],
    'foreignServer',
  ),
];

/** All examples of the contract. A rule that no example can show on any target is not among them. */
export const examples: readonly Example[] = [...storedExamples, ...responseExamples];
