import type { Evidence } from '../../contracts/evidence/events';
import type { Detail } from '../../reports/formats/shared/reporter';
import { makeEndedCheck, passed } from '../../reports/testing/check-records';
import { makeExchange } from '../../reports/testing/exchanges';
import { realClock } from '../../targets/http/clock';
import { CapturedOutput } from '../machine/testing/captured-output';
import { formatSeconds, Progress } from './progress';

let now = 0;
const clock = { ...realClock, now: () => now };
beforeEach(() => {
  now = 0;
});

const started = { kind: 'run', effort: 'quick', seed: 7, latency: 10 } as Evidence;
const announced = { kind: 'preflight', announced: 1_000, most: 1_500 } as Evidence;
const check: Evidence = { ...makeEndedCheck('KEY-01', passed), suite: 'accepted-keys' };
const exchange = (fault?: string): Evidence => ({
  kind: 'exchange',
  exchange: { ...makeExchange(), ...(fault !== undefined && { fault }) },
  findings: [],
});

interface Options {
  readonly detail?: Detail;
  readonly maxRate?: number;
  readonly isTerminal?: boolean;
}

/** The output of a run with this evidence, and its status lines. */
function heardOf(evidence: readonly Evidence[], { detail = 'normal', maxRate, isTerminal = true }: Options = {}) {
  const heard = new CapturedOutput();
  const status: string[] = [];
  if (isTerminal) heard.status = { columns: 80, show: (text) => status.push(text), erase: () => status.push('') };
  const progress = new Progress({ console: heard.console, clock, detail, maxRate });
  for (const each of evidence) {
    now += 10;
    progress.add(each);
  }
  progress.end();
  return { printed: heard.stderr, status };
}

const many = (count: number) => Array.from({ length: count }, () => exchange());

test('the costs are announced first; a rate limit makes the run longer', () => {
  expect(heardOf([started, announced]).printed.replace('\n', ' ')).toBe(
    'quick effort, seed 7: about 1000 requests, never more than 1500; about 10 s at 10.0 ms per request\n',
  );
  expect(heardOf([started, announced], { maxRate: 2 }).printed.replaceAll('\n', ' ')).toContain(
    'about 8 min at 2 requests per second',
  );
});

test('a terminal shows the share that is done and the time left, and nothing of it stays', () => {
  const { status } = heardOf([started, announced, check, ...many(500)]);
  expect(status[0]).toBe('0 %: accepted-keys, 1 check, 0 requests');
  expect(status.at(-2)).toMatch(/^50 %, about 5 s left: accepted-keys, 1 check, 500 requests$/);
  expect(status.at(-1)).toBe('');
});

test('a run that sends more requests than announced is never done before its end', () => {
  const { status } = heardOf([started, announced, check, ...many(1_200)]);
  expect(status.at(-2)).toMatch(/^99 %, nearly done: /);
});

test('without a terminal there is no progress, and a sentence is one line', () => {
  const { printed } = heardOf([started, announced, check, ...many(500)], { isTerminal: false });
  expect(printed).toMatch(/^quick effort, [^\n]*\n$/);
});

test.each([
  [1, '1 response discarded, because it comes from the network or a proxy, not from the API: reset\n'],
  [2, '2 responses discarded, because they come from the network or a proxy, not from the API: reset\n'],
])('%i discarded responses are counted', (count, sentence) => {
  const { printed } = heardOf(
    Array.from({ length: count }, () => exchange('reset')),
    { isTerminal: false },
  );
  expect(printed).toBe(sentence);
});

test('a verbose run prints each request, and no status', () => {
  const { printed, status } = heardOf([started, announced, check, ...many(2)], { detail: 'verbose' });
  expect(printed.match(/^PUT \S+ 200 1\.0 ms check$/gm)).toHaveLength(2);
  expect(status).toEqual(['']);
});

test('a quiet run prints nothing', () => {
  const { printed, status } = heardOf([started, announced, check, exchange('reset')], { detail: 'quiet' });
  expect([printed, status.join('')]).toEqual(['', '']);
});

test.each([
  [0.2, '1 s'],
  [89, '89 s'],
  [90, '2 min'],
  [3_900, '65 min'],
  [7_260, '2 h 1 min'],
])('%d seconds are %s', (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text);
});
