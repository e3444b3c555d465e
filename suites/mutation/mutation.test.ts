import { resolve } from 'node:path';
import { judgeInPool } from './pool';
import { sampleEndpoints } from './samples';
import { shortProof } from './short-proof';
import { readDetection } from './stored-files';
import type { SampleVerdict } from './verdict';

const script = resolve(__dirname, '../../dist/suites/mutation/worker.js');
const detection = readDetection(resolve(__dirname, '../../docs'));

// `npm run proof` tests all endpoints.
test('the mutants of the short proof are killed, and its right endpoints have no false alarm', async () => {
  const items = shortProof(sampleEndpoints(), detection);
  const verdicts: SampleVerdict[] = [];
  await judgeInPool(script, items, (verdict) => verdicts.push(verdict));
  expect(verdicts.map(({ name }) => name).sort()).toEqual(items.map(({ name }) => name).sort());
  const wrong = verdicts.filter(({ misjudgements }) => misjudgements.length > 0);
  expect(wrong.map(({ name, misjudgements }) => `${name}: ${misjudgements.join('; ')}`)).toEqual([]);
}, 600_000);
