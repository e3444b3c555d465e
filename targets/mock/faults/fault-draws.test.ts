import type { Fault } from './fault';
import { FaultDraws } from './fault-draws';

const rare: Fault = { kind: 'status', status: 503, text: 'rare', probability: 0.1 };
const twice: Fault = { kind: 'status', status: 503, text: 'twice', probability: 1, first: 2 };

function draw(faults: readonly Fault[], seed: number, requests = 1_000): string[] {
  const draws = new FaultDraws(faults, seed);
  return Array.from({ length: requests }, () =>
    draws
      .next()
      .map(({ text }) => text)
      .join(),
  );
}

test('a probability is a share of the requests, and follows from the seed', () => {
  const met = draw([rare], 1).filter((text) => text === 'rare').length;
  expect(met).toBeGreaterThan(60);
  expect(met).toBeLessThan(140);
  expect(draw([rare], 1)).toEqual(draw([rare], 1));
  expect(draw([rare], 1)).not.toEqual(draw([rare], 2));
});

test('one more fault does not change the draws of those before it', () => {
  expect(draw([rare, twice], 1).map((text) => text.includes('rare'))).toEqual(
    draw([rare], 1).map((text) => text === 'rare'),
  );
});

test('the first requests alone', () => {
  expect(draw([twice], 1, 4)).toEqual(['twice', 'twice', '', '']);
});
