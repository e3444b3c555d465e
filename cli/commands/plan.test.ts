import { realMachine } from '../machine/machine';
import { CapturedOutput } from '../machine/testing/captured-output';
import type { Settings } from '../settings/settings';
import { plan } from './plan';

async function costsOf(given: Settings) {
  const heard = new CapturedOutput();
  expect(await plan({ effort: 'quick', ...given }, { ...realMachine, console: heard.console })).toBe(0);
  const [, requests] = /^requests +about (\d+) /m.exec(heard.stdout) ?? [];
  const [, minutes, rate] = /^time +about ([\d.]+) min at (.+), plus /m.exec(heard.stdout) ?? [];
  return { requests: Number(requests), minutes: Number(minutes), rate };
}

test('the time of a run holds the greatest rate', async () => {
  const { requests, minutes, rate } = await costsOf({ maxRate: 5, target: 'embedded' });
  expect(rate).toBe('5 requests per second');
  expect(minutes).toBeCloseTo(requests / 5 / 60, 1);
});

test('a setting that a run refuses is refused', async () => {
  await expect(costsOf({ replay: 'CLAUSE' })).rejects.toThrow('--replay CLAUSE cannot be read');
  await expect(costsOf({ reporter: ['foo'] })).rejects.toThrow('--reporter foo');
});

test('without a rate, or with one above what the target reaches, the target decides', async () => {
  for (const given of [{}, { maxRate: 1_000_000, target: 'embedded' }]) {
    expect((await costsOf(given)).rate).toMatch(/^[\d.]+ ms per request$/);
  }
});
