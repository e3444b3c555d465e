import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { clauses } from '../../contracts/clauses';
import { profiles } from '../../contracts/profiles';
import { bindingOf } from '../../contracts/profiles/profile';
import { isCurrent } from './detection';
import { detectionPage } from './detection-page';
import { sampleEndpoints } from './samples';
import { readDetection, readToolComparison } from './stored-files';

const docs = resolve(__dirname, '../../docs');
const endpoints = sampleEndpoints();
const detection = readDetection(docs);
const peers = readToolComparison(docs, endpoints);

test('docs/detection.md is generated from docs/detection.json and docs/peers.json (npm run proof -- --write)', () => {
  expect(readFileSync(resolve(docs, 'detection.md'), 'utf8')).toBe(detectionPage(detection, peers, endpoints));
});

test('the stored verdicts are those of today’s endpoints, and right (npm run proof -- --write NAME)', () => {
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

// A clause with a different meaning in two profiles needs one mutant only.
const observable = clauses.filter(({ id, mayMix }) =>
  Object.values(profiles).some((profile) => {
    const { level, settled } = bindingOf(id, profile);
    return level === 'MUST' || level === 'SHOULD' || settled !== undefined || (level === 'open' && mayMix !== true);
  }),
);

test('for each clause there is a mutant that only this clause kills', () => {
  const alone = new Set(endpoints.flatMap(({ killedBy: [first, ...more] }) => (more.length === 0 ? [first] : [])));
  expect(observable.map(({ id }) => id).filter((id) => !alone.has(id))).toEqual([]);
});
