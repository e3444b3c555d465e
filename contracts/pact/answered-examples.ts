import type { ClauseId } from '../clauses';
import type { Metadata } from '../metadata';
import { stateClauses } from '../oracle/state-clauses';
import type { Statuses } from '../profile';
import { ecs } from '../profiles/ecs';
import { acceptsMetadata, vmStates } from '../vm-states';
import type { Example, ExpectedAnswer } from './example';
import type { ProviderState } from './provider-states';

const metadata: Metadata = { old: '1', both: '1' };
const sent: Metadata = { both: '2', new: '2' };
const here: ProviderState = { name: 'server exists', params: { metadata } };

/** What a legal request is answered with. */
function answered(clause: ClauseId, title: string, answer: ExpectedAnswer): Example {
  return { clause, title, given: () => [here], sent, answer };
}

/** A map that must be refused. */
function refused(clause: ClauseId, title: string, bad: unknown): Example {
  return { clause, title, given: () => [here], sent: bad, answer: { cases: ['invalid'] } };
}

/** A legal request that must be refused for where it goes, or whose it is. */
function denied(clause: ClauseId, title: string, given: readonly ProviderState[], right: keyof Statuses): Example {
  return { clause, title, given: () => given, sent, answer: { cases: [right] } };
}

const none = {};
const { limits } = ecs;

export const answeredExamples: readonly Example[] = [
  answered('ANSWER-01', 'answers with the status of what is taken', { cases: ['accepted'], body: 'any' }),
  answered('ANSWER-02', 'answers with the new map', { metadata: sent }),
  answered('ANSWER-03', 'answers with nothing beside the map', { metadata: sent, body: 'alone' }),
  answered('ANSWER-04', 'calls its answer JSON', { body: 'typed' }),
  answered('VERSION-01', 'serves this URI', { body: 'any' }),
  refused('KEY-03', 'refuses an empty key', { '': '2' }),
  refused('KEY-04', 'refuses a key that is one character too long', { ['k'.repeat(limits.keyLength + 1)]: '2' }),
  refused('KEY-05', 'refuses a key with a slash', { 'a/b': '2' }),
  refused('KEY-06', 'refuses a key that ends in a newline', { 'key\n': '2' }),
  refused('VALUE-04', 'refuses a value that is one character too long', { both: 'v'.repeat(limits.valueLength + 1) }),
  refused('VALUE-09', 'refuses a number for a value', { both: 2 }),
  refused('BODY-01', 'refuses a body without metadata', undefined),
  refused('BODY-02', 'refuses null for metadata', null),
  ...vmStates
    .filter((vmState) => !acceptsMetadata(vmState))
    .map((vmState): Example => {
      const cases: (keyof Statuses)[] = vmState === 'deleted' ? ['wrongState', 'unknownServer'] : ['wrongState'];
      return {
        clause: stateClauses[vmState],
        title: `refuses the request while the server is ${vmState}`,
        given: () => [{ name: 'server exists', params: { vm_state: vmState } }],
        sent,
        answer: { cases },
      };
    }),
  { ...denied('ACCESS-01', 'refuses a request without a token', [here], 'unauthenticated'), anonymous: true },
  denied(
    'ACCESS-02',
    'refuses a token that it does not know',
    [here, { name: 'token is not valid', params: none }],
    'unauthenticated',
  ),
  denied(
    'ACCESS-03',
    'knows no server of an unknown id',
    [{ name: 'server does not exist', params: none }],
    'unknownServer',
  ),
  denied(
    'ACCESS-04',
    'knows no server of an id that is no UUID',
    [{ name: 'server does not exist', params: { server_id: 'no-uuid' } }],
    'unknownServer',
  ),
  denied(
    'ACCESS-05',
    "refuses a project that is not the token's",
    [here, { name: 'project is not of the token', params: none }],
    'foreignProject',
  ),
  denied(
    'ACCESS-06',
    'refuses a server of another project',
    [{ name: 'server belongs to another project', params: none }],
    'foreignServer',
  ),
];
