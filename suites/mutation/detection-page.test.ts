import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { clauses } from '../../contracts/clauses';
import { profiles } from '../../contracts/profiles';
import { bindingOf } from '../../contracts/profiles/profile';
import { type Detection, isCurrent } from './detection';
import { detectionPage } from './detection-page';
import type { ToolComparison } from './other-tools';
import { sampleEndpoints } from './samples';

const docs = resolve(__dirname, '../../docs');
const detection = JSON.parse(readFileSync(resolve(docs, 'detection.json'), 'utf8')) as Detection;
const peers = JSON.parse(readFileSync(resolve(docs, 'peers.json'), 'utf8')) as ToolComparison;
const endpoints = sampleEndpoints();

test('docs/detection.md is what the stored proofs say and the peers of docs/peers.json (npm run proof and npm run peers write it)', () => {
  expect(readFileSync(resolve(docs, 'detection.md'), 'utf8')).toBe(detectionPage(detection, peers, endpoints));
});

test('the stored proofs are of the endpoints as they are expected today, and right', () => {
  const stale = endpoints.filter((known) => {
    const kept = detection[known.name];
    return (
      kept === undefined || !isCurrent(kept, known) || kept.right.length === 0 || Object.keys(kept.wrong).length > 0
    );
  });
  expect(stale.map(({ name }) => name)).toEqual([]);
  expect(Object.keys(detection)).toEqual(endpoints.map(({ name }) => name));
});

test('every endpoint has a description and a name of its own', () => {
  for (const known of endpoints) expect(known.description).toMatch(/^[A-Z].*\.$/);
  expect(new Set(endpoints.map(({ name }) => name)).size).toBe(endpoints.length);
});

// A clause that says two things in two profiles needs but one proof that it sees the difference.
const observable = clauses.filter(({ id, mayMix }) =>
  Object.values(profiles).some((profile) => {
    const { level, settled } = bindingOf(id, profile);
    return level === 'MUST' || level === 'SHOULD' || settled !== undefined || (level === 'open' && mayMix !== true);
  }),
);

test.each(observable.map(({ id }) => id))('there is a mutant that %s alone kills', (id) => {
  const alone = endpoints.filter(({ killedBy }) => killedBy.length === 1 && killedBy[0] === id);
  expect(alone.map(({ name }) => name)).not.toEqual([]);
});
