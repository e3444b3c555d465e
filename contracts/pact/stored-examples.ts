import type { ClauseId } from '../clauses';
import type { Metadata } from '../metadata';
import { stateClauses } from '../oracle/state-clauses';
import { ecs } from '../profiles/ecs';
import { acceptingVmStates } from '../vm-states';
import type { Example } from './example';

const held: Metadata = { old: '1', both: '1' };

/** What a server holds after a replace, as a reader sees it. Only this tells a provider that stores from one that echoes. */
function stored(clause: ClauseId, title: string, metadata: Metadata, sent: Metadata): Example {
  const given: Example['given'] = (version) => [{ name: 'replace was sent', params: { metadata, sent, version } }];
  return { clause, title, given, answer: { metadata: sent } };
}

/** What a server still holds after a replace that must be refused. */
function unchanged(clause: ClauseId, title: string, refused: { readonly [part: string]: unknown }): Example {
  const given: Example['given'] = (version) => [
    { name: 'replace was sent', params: { metadata: held, sent: { both: '2' }, version, ...refused } },
  ];
  return { clause, title, given, answer: { metadata: held } };
}

const { keyLength, valueLength } = ecs.limits;

export const storedExamples: readonly Example[] = [
  stored('REPLACE-01', 'stores the pairs of the request', {}, { one: '1', two: '2', three: '3' }),
  stored('REPLACE-02', 'removes what the request does not name', held, { both: '1' }),
  stored('REPLACE-03', 'gives a key its new value', { both: '1' }, { both: '2' }),
  stored('REPLACE-04', 'removes everything for an empty map', held, {}),
  stored('REPLACE-05', 'stores nothing of its own', { old: '1' }, { both: '2' }),
  stored('REPLACE-06', 'leaves the same map for the same request', held, held),
  {
    clause: 'REPLACE-07',
    title: 'shows what the server holds',
    given: () => [{ name: 'server exists', params: { metadata: held } }],
    answer: { metadata: held },
  },
  unchanged('ATOMIC-01', 'changes nothing for a map with one bad key', { sent: { both: '2', 'a/b': '2' } }),
  unchanged('ATOMIC-02', 'changes nothing while the server is rescued', { vm_state: 'rescued' }),
  unchanged('ATOMIC-04', 'changes nothing for a request without a token', { token: 'none' }),
  stored('KEY-01', 'stores keys of one character and of the most', held, { k: '1', ['k'.repeat(keyLength)]: '2' }),
  stored('KEY-02', 'stores a key of every sort of character', held, { 'Az09-_:.': '1', '.a:': '2' }),
  stored('KEY-08', 'tells upper from lower case', held, { twin: '1', Twin: '2' }),
  stored('KEY-09', 'stores names that languages give a meaning', held, { ['__proto__']: '1', constructor: '2' }),
  stored('VALUE-01', 'stores a value of the most characters', held, { both: 'v'.repeat(valueLength) }),
  stored('VALUE-02', 'stores an empty value', held, { both: '' }),
  stored('VALUE-03', 'stores any text', held, { both: ' "é" \\ 服务器 ' }),
  stored('VALUE-05', 'counts characters, not bytes', held, { both: 'é'.repeat(valueLength) }),
  stored('VALUE-06', 'stores characters beyond U+FFFF', held, { both: '😀 𝒳' }),
  {
    clause: 'VERSION-02',
    title: 'shows what was stored under the other version',
    given: (version) => [
      {
        name: 'replace was sent',
        params: { metadata: held, sent: { both: '2' }, version: version === 'v2' ? 'v2.1' : 'v2' },
      },
    ],
    answer: { metadata: { both: '2' } },
  },
  ...acceptingVmStates.map((vmState): Example => {
    const params = { vm_state: vmState, metadata: held, sent: { both: '2' } };
    return {
      clause: stateClauses[vmState],
      title: `takes the request while the server is ${vmState}`,
      given: (version) => [{ name: 'replace was sent', params: { ...params, version } }],
      answer: { metadata: { both: '2' } },
    };
  }),
  {
    clause: 'ISOLATION-01',
    title: 'leaves another server alone',
    given: () => [{ name: 'replace was sent to another server', params: { metadata: held, sent: { both: '2' } } }],
    answer: { metadata: held },
  },
];
