import fc from 'fast-check';
import type { Violated } from '../../../contracts/oracle/finding';
import { TargetUnavailableError } from '../../../targets/errors';
import type { BoundProperty } from '../dsl/check';
import type { AttemptResult } from './attempt';
import { type Input, type SearchOptions, search, toJsonIfLossless } from './search';

const fine: AttemptResult = { violations: [], message: undefined, skipped: undefined };
const fault = (clause: Violated['candidates'][0]): AttemptResult => ({
  ...fine,
  violations: [{ outcome: 'violated', candidates: [clause], expected: '', observed: '' }],
});

const law = {
  id: 'VALUE-03/any-number',
  clause: 'VALUE-03',
  title: 'any number',
  inputs: fc.nat(1_000),
  body: async () => {},
} as BoundProperty;

/** A search over a target that responds as given; counts the requests. */
function over(answer: (value: number, time: number) => AttemptResult, options: Partial<SearchOptions> = {}) {
  const sent: number[] = [];
  const make = (input: Input) => {
    sent.push(input[1] as number);
    return answer(input[1] as number, sent.length);
  };
  const searched = search({
    property: law,
    seed: 42,
    runs: 200,
    versions: ['v2.1', 'v2'],
    shrinking: { left: 10_000, each: 1_000 },
    isAlreadyReported: () => false,
    attempt: async (input) => make(input),
    confirm: async (input) => ({ end: make(input), requests: 3 }),
    ...options,
  });
  const found = searched.then((end) => (end === 'already reported' ? undefined : end));
  return { searched, found, sent };
}

test('nothing is found on a target that satisfies the property, in all runs', async () => {
  const { found, sent } = over(() => fine);
  expect(await found).toBeUndefined();
  expect(sent).toHaveLength(200);
});

test('a counterexample is shrunk as far as possible, and fails every time', async () => {
  const { found } = over((value) => (value > 100 ? fault('VALUE-03') : fine));
  expect((await found)?.counterexample).toMatchObject({ input: '101', json: 101, shown: 6, of: 6, requests: 3 });
});

test('a replay tries one input', async () => {
  const first = await over((value) => (value > 100 ? fault('VALUE-03') : fine)).found;
  const [, seed, path] = /^VALUE-03:(\d+):(.+)$/.exec(first?.counterexample.replay ?? '') ?? [];
  const { found, sent } = over((value) => (value > 100 ? fault('VALUE-03') : fine), { seed: Number(seed), path });
  expect((await found)?.counterexample.json).toBe(101);
  expect(sent[0]).toBe(101);
});

test('a counterexample does not become that of another violation while it shrinks', async () => {
  const { found } = over((value) => (value > 500 ? fault('VALUE-03') : value > 0 ? fault('VALUE-01') : fine), {
    examples: [['v2', 777]],
  });
  const { end, counterexample } = (await found) ?? {};
  expect(end?.violations[0]?.candidates).toEqual(['VALUE-03']);
  expect(counterexample?.json).toBeGreaterThan(500);
});

test('a failure that never shows again is reported as 1 of 6, and not shrunk', async () => {
  const { found, sent } = over((_, time) => (time === 1 ? fault('REPLACE-07') : fine));
  expect((await found)?.counterexample).toMatchObject({ shown: 1, of: 6 });
  expect(sent).toHaveLength(6);
});

test('shrinking ends when its requests are spent', async () => {
  const { found, sent } = over((value) => (value > 0 ? fault('VALUE-03') : fine), {
    shrinking: { left: 0, each: 1_000 },
  });
  expect((await found)?.counterexample.json).toBeGreaterThan(1);
  // The first sighting, its confirmation, and the five repeats.
  expect(sent).toHaveLength(7);
});

test.each([
  ['before anything was found', 3, (value: number) => (value < 0 ? fault('VALUE-03') : fine)],
  ['while a finding is tried again', 2, (value: number) => (value >= 0 ? fault('VALUE-03') : fine)],
])('a target that is unavailable %s ends the search with an error', async (_, last, answer) => {
  const { found, sent } = over((value, time) => {
    if (time === last) throw new TargetUnavailableError('gone');
    return answer(value);
  });
  await expect(found).rejects.toThrow('gone');
  expect(sent).toHaveLength(last);
});

test('a counterexample counts also if the target becomes unavailable during shrinking', async () => {
  const { found } = over((value, time) => {
    if (time === 4) throw new TargetUnavailableError('gone');
    return value > 0 ? fault('VALUE-03') : fine;
  });
  expect((await found)?.counterexample).toMatchObject({ shown: 6, of: 6 });
});

test('past counterexamples are tried in place of generated ones, and have no replay', async () => {
  const { found, sent } = over((value) => (value === 7 ? fault('VALUE-03') : fine), { examples: [['v2', 7]] });
  expect((await found)?.counterexample.replay).toBeUndefined();
  expect(sent[0]).toBe(7);
  expect(sent.filter((value) => value > 7)).toEqual([]);
});

test('a violation that another search reports meanwhile is left to it', async () => {
  let told = false;
  const { searched, sent } = over(
    (value, time) => {
      told ||= time >= 4;
      return value > 100 && !told ? fault('VALUE-03') : fine;
    },
    { seed: 42, examples: [['v2', 777]], isAlreadyReported: () => told },
  );
  expect(await searched).toBe('already reported');
  // Nothing is sent for it any more.
  expect(sent.length).toBeLessThan(8);
});

test.each([
  ['a map with __proto__ as a key of its own', { metadata: { ['__proto__']: 'x', a: '1' } }],
  ['a list with text beyond the BMP', ['😀', 'e\u0301']],
  ['a lone surrogate', '\ud800'],
])('%s can be held', (_, input) => {
  expect(JSON.stringify(toJsonIfLossless(input))).toBe(JSON.stringify(input));
});

test.each([
  ['bytes', Buffer.from([0xff])],
  ['undefined', undefined],
  ['a number that is none', Number.NaN],
])('%s cannot', (_, input) => {
  expect(toJsonIfLossless(input)).toBeUndefined();
});
