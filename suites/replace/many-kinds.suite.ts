import { isSuccess } from '../../contracts/http/status';
import type { Metadata } from '../../contracts/metadata';
import { controlValues, legalKeys, legalValues } from '../../properties/cases';
import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { expectMapsStored } from '../harness/dsl/in-a-row';
import { nearQuota } from '../harness/dsl/sample-maps';
import type { TestContext } from '../harness/dsl/test-context';

check('REPLACE-01/pairs-of-every-kind', 'stores keys and values of every kind, many in a map', async (tools) => {
  const keys = legalKeys(tools).map(({ key }) => key);
  const values = legalValues(tools).map(({ value }) => value);
  await expectMapsStored(tools, mapsOf(tools, keys, values));
});

check('VALUE-08/every-control-character', 'stores values with every control character unchanged', async (tools) => {
  const { given, notApplicable, read, replace } = tools;
  const server = await given.server();
  const values = controlValues(tools).map(({ value }) => value);
  for (const map of mapsOf(tools, [], values)) {
    const { status } = await replace(server, map);
    const stored = await read(server);
    if (!isSuccess(status)) notApplicable('the target refuses some of them: other checks test them one by one');
    expect(stored).toEqual(map);
  }
});

/** A hundred pairs are still a small body. */
const maxPairs = 100;

/** Maps of as many pairs as are certainly allowed. If there are more values than keys, other keys follow. */
function mapsOf(tools: TestContext, keys: readonly string[], values: readonly string[]): Metadata[] {
  const size = Math.max(1, Math.min(maxPairs, Object.keys(nearQuota(tools)).length));
  const pairs = Array.from({ length: Math.max(keys.length, values.length) }, (_, place) => [
    keys[place] ?? `key${place}`,
    values[place] ?? `value${place}`,
  ]);
  return Array.from({ length: Math.ceil(pairs.length / size) }, (_, place) =>
    Object.fromEntries(pairs.slice(place * size, (place + 1) * size)),
  );
}
