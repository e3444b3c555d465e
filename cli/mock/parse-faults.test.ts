import { allMutants } from '../../targets/mutants';
import { faultsOfFlags, faultsOfOptions } from './given-faults';
import { parseFaults } from './parse-faults';

const flags = (...texts: readonly string[]) => parseFaults(faultsOfFlags(texts));

test('faults of flags, each with its occurrence', () => {
  const { faults } = flags('latency=2s,status=503:0.1', 'drop=response:2x');
  expect(faults).toEqual([
    { kind: 'latency', duration: 2_000, text: 'latency=2s', probability: 1, first: undefined },
    { kind: 'status', status: 503, text: 'status=503:0.1', probability: 0.1, first: undefined },
    { kind: 'drop', instead: 'response', text: 'drop=response:2x', probability: 1, first: 2 },
  ]);
});

test('an object has the same names in camel case, and lists', () => {
  const { faults, tokenLifetime, seed } = parseFaults(
    faultsOfOptions({ slowBody: '500ms', status: [503, '429:1x'], tokenLifetime: '1m', seed: 7, mutant: undefined }),
  );
  expect(faults.map(({ text }) => text)).toEqual(['slow-body=500ms', 'status=503', 'status=429:1x']);
  expect([tokenLifetime, seed]).toEqual([60_000, 7]);
});

test.each([
  ['500ms', 500],
  ['0.5s', 500],
  ['2', 2_000],
  ['1m', 60_000],
])('the duration %s is %i ms', (text, duration) => {
  expect(flags(`latency=${text}`).faults).toMatchObject([{ duration }]);
});

test('every mutant has its name', () => {
  for (const { name, behaviour } of allMutants) {
    expect(Object.keys(flags(`mutant=${name}`).behaviour)).toEqual(Object.keys(behaviour()));
  }
});

test.each([
  ['latncy=2s', '--fault latncy=2s: there is no such fault: did you mean latency?'],
  [
    'zzzzzzzzzzzzzzzzzzzzzzzzz=1',
    'the names are latency, status, drop, truncate, slow-body, mutant, token-lifetime, seed',
  ],
  ['latency', '--fault latency: give name=value, such as latency=2s'],
  ['latency=fast', 'give a duration such as 500ms, 2s or 1m'],
  ['latency=2h', 'give a duration'],
  ['latency=9999m', 'give a duration'],
  ['status=200', 'give a status from 400 to 599'],
  ['drop=0.1', 'give request or response'],
  ['truncate=some', 'give a number of bytes'],
  ['status=503:1.1', 'give a probability from 0 to 1 after the colon, or a number of requests such as 2x'],
  ['status=503:', 'give a probability'],
  ['status=503:0.1:2x', 'give a probability'],
  ['seed=one', 'give a whole number from 0 on'],
  ['mutant=v2-not-serve', '--fault mutant=v2-not-serve: there is no such mutant: did you mean v2-not-served?'],
  ['seed=1,seed=2', '--fault seed=2: there is a seed already, leave one of them out'],
])('%s is refused', (text, message) => {
  expect(() => flags(text)).toThrow(message);
});
