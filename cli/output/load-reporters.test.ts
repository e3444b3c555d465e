import { ecs } from '../../contracts/profiles/ecs';
import { defaultReporters } from '../../reports/formats';
import { makeResult } from '../../reports/testing/results';
import { loadReporters } from './load-reporters';

const report = { result: makeResult({}), limits: ecs.limits, columns: undefined, detail: 'normal' } as const;
const namesOf = async (...words: string[]) => (await loadReporters(words)).map(({ name }) => name);
const output = { lines: ['mine'] };

test('without a word the default reporters are made, in their order', async () => {
  expect((await loadReporters()).map(({ name }) => name)).toEqual(defaultReporters);
});

test('the reporter of result.json is always there, and each one once', async () => {
  expect(await namesOf('junit', 'har', 'junit')).toEqual(['junit', 'har', 'json']);
});

test.each([
  ['htlm', '--reporter htlm: there is no such reporter, did you mean html? (a module of your own begins with ./)'],
  ['x', '--reporter x: there is no such reporter, the names are console, github, html,'],
  ['./nowhere.js', '--reporter ./nowhere.js: the module cannot be loaded: '],
])('%s is refused', async (word, complaint) => {
  await expect(loadReporters([word])).rejects.toThrow(complaint);
});

class Mine {
  onRunEnd() {
    return output;
  }
}
class WithField {
  readonly onRunEnd = () => output;
}

test.each<[string, unknown]>([
  ['a class', { default: Mine }],
  ['a class whose method is a field', { default: WithField }],
  ['a factory', { default: () => new Mine() }],
  ['a factory of a CommonJS module', { default: { default: () => new Mine() } }],
  ['what module.exports is', Mine],
  ['a reporter itself', { default: new Mine() }],
])('a module may export %s', async (_, module) => {
  const [mine] = await loadReporters(['./mine.js'], async () => module);
  expect(mine?.isOwn).toBe(false);
  expect(mine?.reporter.onRunEnd(report)).toEqual(output);
});

class Failing {
  constructor() {
    throw new Error('not today');
  }
}

test.each<[string, unknown, string]>([
  [
    'nothing',
    {},
    'its default export is no reporter: export a class, or a function that returns a reporter, as default',
  ],
  ['a text', { default: 'x' }, 'its default export is no reporter'],
  ['null', { default: null }, 'its default export is no reporter'],
  ['a factory of nothing', { default: () => undefined }, 'what it exports creates no reporter'],
  ['a class without onRunEnd', { default: class {} }, 'what it exports creates no reporter'],
  ['an async factory', { default: async () => new Mine() }, 'its function returns a promise'],
  ['a class that throws', { default: Failing }, 'the reporter cannot be created: not today'],
])('a module that exports %s is refused', async (_, module, complaint) => {
  const loading = loadReporters(['./mine.js'], async () => module);
  await expect(loading).rejects.toThrow(`--reporter ./mine.js: ${complaint}`);
});

test.each<[string, object, string]>([
  ['throws', { onRunEnd: () => JSON.parse('{') }, 'Expected property'],
  [
    'returns nothing',
    { onRunEnd: () => undefined },
    'onRunEnd returns no object: return {} if there is nothing to write',
  ],
  ['returns a list', { onRunEnd: () => [] }, 'onRunEnd returns no object'],
  [
    'returns a promise',
    { onRunEnd: async () => output },
    'onRunEnd returns a promise: it must return the output itself',
  ],
  [
    'returns a file that is no text',
    { onRunEnd: () => ({ files: { 'a.bin': 1 } }) },
    'the content of a.bin is not text',
  ],
  ['returns lines that are one text', { onRunEnd: () => ({ lines: 'text' }) }, 'lines is not a list of texts'],
  ['returns a line that is no text', { onRunEnd: () => ({ lines: [1] }) }, 'lines is not a list of texts'],
  ['returns one annotation', { onRunEnd: () => ({ annotations: {} }) }, 'annotations is not a list'],
])('a module whose onRunEnd %s fails by its name', async (_, exported, reason) => {
  const [mine] = await loadReporters(['./mine.js'], async () => ({ default: exported }));
  expect(() => mine?.reporter.onRunEnd(report)).toThrow(`the reporter ./mine.js failed: ${reason}`);
});

test('an error within a run is thrown at its end', async () => {
  const onEvidence = jest.fn(() => {
    throw new Error('too early');
  });
  const [mine] = await loadReporters(['./mine.js'], async () => ({ default: { onEvidence, onRunEnd: () => output } }));
  for (let count = 0; count < 2; count += 1) mine?.reporter.onEvidence?.({ kind: 'trial', check: 'check' });
  expect(onEvidence).toHaveBeenCalledTimes(1);
  expect(() => mine?.reporter.onRunEnd(report)).toThrow('the reporter ./mine.js failed: too early');
});
