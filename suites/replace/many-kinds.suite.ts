import { isSuccess } from '../../contracts/http/status';
import type { Metadata } from '../../contracts/metadata';
import { controlValues, legalKeys, legalValues } from '../../properties/cases';
import { check, stage } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { expectMapsStored } from '../harness/dsl/in-a-row';
import { nearQuota } from '../harness/dsl/sample-maps';
import type { TestContext } from '../harness/dsl/test-context';

stage('long cases');

// The clause is that of no other pair: a failure of REPLACE-01 in its own check would explain every pair that is lost.
check(
  'REPLACE-05/pairs-of-every-kind',
  'stores exactly the pairs of maps with keys and values of every kind',
  async (tools) => {
    const keys = legalKeys(tools).map(({ key }, place): Pair => [key, `value${place}`]);
    const values = legalValues(tools).map(({ value }, place): Pair => [`key${place}`, value]);
    await expectMapsStored(tools, [...mapsOf(tools, keys), ...mapsOf(tools, values)]);
  },
);

check('VALUE-08/every-control-character', 'stores values with every control character unchanged', async (tools) => {
  const { given, notApplicable, read, replace } = tools;
  const server = await given.server();
  const values = controlValues(tools).map(({ value }, place): Pair => [`key${place}`, value]);
  for (const map of mapsOf(tools, values)) {
    const { status } = await replace(server, map);
    const stored = await read(server);
    if (!isSuccess(status)) notApplicable('the target refuses some of them: other checks test them one by one');
    expect(stored).toEqual(map);
  }
});

/** A hundred pairs are still a small body. */
const maxPairs = 100;

type Pair = readonly [key: string, value: string];

/** Maps of as many pairs as are certainly allowed. */
function mapsOf(tools: TestContext, pairs: readonly Pair[]): Metadata[] {
  const size = Math.max(1, Math.min(maxPairs, Object.keys(nearQuota(tools)).length));
  return Array.from({ length: Math.ceil(pairs.length / size) }, (_, place) =>
    Object.fromEntries(pairs.slice(place * size, (place + 1) * size)),
  );
}
